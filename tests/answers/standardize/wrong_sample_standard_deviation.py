# WRONG: sample standard deviation (ddof=1); witness: standardize(np.array([[0.0], [2.0]]))
import numpy as np


def standardize(X):
    constant = X.max(axis=0) == X.min(axis=0)
    if len(X) == 1:
        return np.zeros(X.shape)
    std = np.where(constant, 1.0, np.std(X, axis=0, ddof=1))
    return np.where(constant, 0.0, X - X.mean(axis=0)) / std
