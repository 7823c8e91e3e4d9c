"""Standardise train and test alike

Whatever a model learns about its features, it learns from the training set. Compute mean and population
deviation of every column of X_train, and scale both sets with them:

    z = (x - mean_train) / std_train

X_train (n, d)
X_test  (m, d); m may be 1
returns the pair (train, test), of the same shapes

    >>> train, test = standardize_splits(np.array([[0.0, 5.0], [4.0, 5.0]]), np.array([[6.0, 7.0]]))
    >>> train
    array([[-1.,  0.],
           [ 1.,  0.]])
    >>> test
    array([[2., 2.]])

Edge cases: a column whose entries are all equal in train (0.1 three times, say) has no scale, so it is only
centred, in both sets; a column that is constant in test alone is scaled like any other.
"""

import numpy as np


def standardize_splits(X_train, X_test):
    raise NotImplementedError
