"""Standardize train and test alike

A model must learn everything from the training set, and so must its scaler.
Compute the mean and the population standard deviation (divide by n) of each
column of X_train, and scale both sets with them:

    z = (x - mean_train) / std_train

X_train  (n, d), one sample per row
X_test   (m, d)
returns  the pair (train, test), of the same shapes

    >>> train, test = standardize_splits(
    ...     np.array([[0.0, 5.0], [4.0, 5.0]]), np.array([[6.0, 7.0]]))
    >>> train
    array([[-1.,  0.],
           [ 1.,  0.]])
    >>> test
    array([[2., 2.]])

Edge cases
- constant in train: a column whose entries are all equal in X_train is only
  centered, in both sets
- constant in test: a column that is constant in X_test alone is scaled like
  any other
- one row: each set may have a single row; if X_train has only one, all of its
  columns are constant
"""

import numpy as np


def standardize_splits(X_train, X_test):
    raise NotImplementedError
