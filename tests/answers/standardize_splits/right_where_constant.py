import numpy as np


def standardize_splits(X_train, X_test):
    constant = (X_train == X_train[0]).all(axis=0)
    mean = np.where(constant, X_train[0], X_train.mean(axis=0))
    std = np.where(constant, 1.0, X_train.std(axis=0))
    return (X_train - mean) / std, (X_test - mean) / std
