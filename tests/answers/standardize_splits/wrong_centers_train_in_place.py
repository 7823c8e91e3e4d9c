# WRONG: centres the caller's X_train in place; witness: [A := np.array([[1.0], [3.0]]), standardize_splits(A, np.array([[5.0]])), A][2]
import numpy as np


def standardize_splits(X_train, X_test):
    constant = (X_train == X_train[0]).all(axis=0)
    mean = X_train.mean(axis=0)
    X_test = X_test - mean
    X_train -= mean
    std = np.where(constant, 1.0, np.sqrt((X_train ** 2).mean(axis=0)))
    return X_train / std, X_test / std
