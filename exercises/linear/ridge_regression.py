"""Ridge regression

Least squares with a penalty on large weights. Return the w that minimizes

    sum_i (X[i] @ w - y[i]) ** 2 + lam * sum_j w[j] ** 2

There is no intercept. Penalize every weight, and use X and y as they are. The
first term is a sum, not a mean.

X        samples (n, d), one per row
y        targets (n,)
lam      the strength of the penalty, 0 or more
returns  w, (d,)

    >>> X, y = np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([2.0, 4.0])
    >>> ridge_regression(X, y, 1.0)
    array([1. , 1.6])

Edge cases
- one sample: n = 1 works like any other n
- lam of 0: this is ordinary least squares; the columns of X are then
  independent
- dependent columns: with lam of 0.1 or more there may be fewer samples than
  features, two equal columns, or a column of zeros
- columns far apart: one column may be 1e6 times as large as another, and
  each weight must be right to 0.1%; an ordinary solve is accurate enough
"""

import numpy as np


def ridge_regression(X, y, lam):
    raise NotImplementedError
