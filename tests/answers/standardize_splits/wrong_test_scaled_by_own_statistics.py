# WRONG: the test set is scaled with its own statistics; witness: standardize_splits(np.array([[0.0], [2.0]]), np.array([[10.0], [14.0]]))[1]
import numpy as np


def _standardize(X):
    constant = (X == X[0]).all(axis=0)
    std = np.where(constant, 1.0, X.std(axis=0))
    return np.where(constant, 0.0, X - X.mean(axis=0)) / std


def standardize_splits(X_train, X_test):
    return _standardize(X_train), _standardize(X_test)
