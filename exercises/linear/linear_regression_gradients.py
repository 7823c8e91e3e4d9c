"""Gradients of linear regression

For predictions X @ w + b and the mean squared error

    L = (1/n) * sum_i (X[i] @ w + b - y[i]) ** 2

return the gradients of L with respect to the weights and the intercept.
The loss has no factor 1/2, so a 2 stays in both gradients.

X        samples (n, d), one per row
y        targets (n,)
w        weights (d,)
b        the intercept, a scalar
returns  the pair (dw, db): dw of shape (d,), db a scalar

    >>> X, y = np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([1.0, 2.0])
    >>> w, b = np.array([1.0, 1.0]), 0.5
    >>> dw, db = linear_regression_gradients(X, y, w, b)
    >>> dw
    array([3.5, 1.5])
    >>> float(db)
    2.0

Edge cases
- one sample: n = 1 works like any other n
- one feature: with d = 1, dw still has shape (1,)
"""

import numpy as np


def linear_regression_gradients(X, y, w, b):
    raise NotImplementedError
