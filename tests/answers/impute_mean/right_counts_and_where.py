import numpy as np


def impute_mean(X):
    missing = np.isnan(X)
    count = (~missing).sum(axis=0)
    total = np.where(missing, 0.0, X).sum(axis=0)
    mean = total / np.maximum(count, 1)
    return np.where(missing, mean, X)
