"""Gradients of logistic regression

For predicted probabilities p_i = sigmoid(X[i] @ w + b) and the mean binary
cross-entropy

    L = -(1/n) * sum_i (y[i] * log(p_i) + (1 - y[i]) * log(1 - p_i))

return the gradients of L with respect to the weights and the intercept.

X        samples (n, d), one per row
y        labels (n,), each 0 or 1, as integers or as floats
w        weights (d,)
b        the intercept, a scalar
returns  the pair (dw, db): dw of shape (d,), db a scalar

    >>> X, y = np.array([[1.0, 0.0], [2.0, 4.0]]), np.array([1, 0])
    >>> w, b = np.array([0.0, 0.0]), 0.0
    >>> dw, db = logistic_regression_gradients(X, y, w, b)
    >>> dw
    array([0.25, 1.  ])
    >>> float(db)
    0.0

Edge cases
- one sample: n = 1 works like any other n
- one feature: with d = 1, dw still has shape (1,)
- confident predictions: logits X @ w + b go up to ±20; do not clip p, since
  for a logit of 20 and label 1, p - y is -2e-9 and not 0
"""

import numpy as np


def logistic_regression_gradients(X, y, w, b):
    raise NotImplementedError
