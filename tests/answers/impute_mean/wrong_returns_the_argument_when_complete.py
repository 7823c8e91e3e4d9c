# WRONG: returns the argument itself when nothing is missing, not a copy; witness: [X := np.ones((2, 2)), np.shares_memory(X, impute_mean(X))][1]
import numpy as np


def impute_mean(X):
    missing = np.isnan(X)
    if not missing.any():
        return X
    count = (~missing).sum(axis=0)
    mean = np.where(missing, 0.0, X).sum(axis=0) / np.maximum(count, 1)
    return np.where(missing, mean, X)
