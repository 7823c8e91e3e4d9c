# WRONG: constant only if the computed deviation is exactly 0, for 0.1 three times the test set is divided by 1e-17; witness: standardize_splits(np.array([[0.1], [0.1], [0.1]]), np.array([[0.3]]))[1]
import numpy as np


def standardize_splits(X_train, X_test):
    mean = X_train.mean(axis=0)
    std = X_train.std(axis=0)
    std = np.where(std > 0, std, 1.0)
    return (X_train - mean) / std, (X_test - mean) / std
