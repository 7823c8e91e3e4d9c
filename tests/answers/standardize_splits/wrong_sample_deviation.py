# WRONG: ddof=1 for the deviation; witness: standardize_splits(np.array([[0.0], [2.0]]), np.array([[1.0], [3.0]]))[1]
import numpy as np


def standardize_splits(X_train, X_test):
    mean = X_train.mean(axis=0)
    constant = (X_train == X_train[0]).all(axis=0)
    dev = X_train - mean
    std = np.sqrt((dev ** 2).sum(axis=0) / max(len(X_train) - 1, 1))
    std[constant] = 1.0
    return dev / std, (X_test - mean) / std
