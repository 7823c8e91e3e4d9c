"""Gradients of logistic regression

For predicted probabilities p_i = sigmoid(X[i] @ w + b) and the mean binary cross-entropy

    L = -(1/n) * sum_i (y[i] * log(p_i) + (1 - y[i]) * log(1 - p_i))

return the gradients of L with respect to the weights and the intercept.

X       (n, d); y (n,), entries 0 or 1; w (d,); b a number
returns the pair (dw, db): dw of shape (d,), db a scalar

    >>> X, y = np.array([[1.0, 0.0], [2.0, 4.0]]), np.array([1, 0])
    >>> dw, db = logistic_regression_gradients(X, y, np.array([0.0, 0.0]), 0.0)
    >>> dw
    array([0.25, 1.  ])
    >>> float(db)
    0.0

Edge cases: one sample and one feature work like any others.
"""

import numpy as np


def logistic_regression_gradients(X, y, w, b):
    raise NotImplementedError
