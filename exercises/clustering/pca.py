"""Principal component analysis

Find the k orthogonal directions in which the data varies most, and project
the data onto them.

    Xc           = X minus the mean of each column
    C            = Xc.T @ Xc / n
    C @ v_j      = lambda_j v_j,   lambda_1 >= lambda_2 >= ... >= lambda_d

X        (n, d) samples, one per row
k        how many components to keep, from 1 to d; d may be larger than n
returns  (components (d, k), explained_variance (k,), X_reduced (n, k)):
         the unit vectors v_1 ... v_k as columns, their lambdas, and
         Xc @ components

Each component may have either sign. X_reduced must have the sign of your
component.

    >>> X = np.array([[0.0, 0.0], [2.0, 2.0], [4.0, 4.0]])
    >>> components, explained_variance, X_reduced = pca(X, 1)
    >>> explained_variance.round(6)
    array([5.333333])
    >>> np.abs(components).round(6)
    array([[0.707107],
           [0.707107]])
    >>> np.abs(X_reduced).round(6)
    array([[2.828427],
           [0.      ],
           [2.828427]])

Edge cases
- single ones: one sample, one feature or a constant feature
- few samples: with n <= d the last variances are 0, and k may still be as
  large as d; the components are still orthogonal unit columns
- close variances: two variances may be equal or differ by only 1%; where
  variances are equal, any orthogonal unit columns that span the same space
  are right
"""

import numpy as np


def pca(X, k):
    raise NotImplementedError
