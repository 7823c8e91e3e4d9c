"""Ridge regression

Least squares with a price on large weights. Return the w that minimises

    sum_i (X[i] @ w - y[i]) ** 2 + lam * sum_j w[j] ** 2

There is no intercept, and the first term is a sum, not a mean.

X       (n, d); y (n,)
lam     the strength of the penalty, 0 or more
returns (d,)

    >>> ridge_regression(np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([2.0, 4.0]), 1.0)
    array([1. , 1.6])

Edge cases: with lam > 0 there may be fewer samples than features; the columns may differ in scale by a factor
of 1e6.
"""

import numpy as np


def ridge_regression(X, y, lam):
    raise NotImplementedError
