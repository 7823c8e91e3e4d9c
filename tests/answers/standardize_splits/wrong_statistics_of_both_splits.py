# WRONG: the statistics are those of train and test together (leak); witness: standardize_splits(np.array([[0.0], [2.0]]), np.array([[10.0], [14.0]]))[0]
import numpy as np


def standardize_splits(X_train, X_test):
    both = np.vstack([X_train, X_test])
    constant = (X_train == X_train[0]).all(axis=0)
    mean = np.where(constant, X_train[0], both.mean(axis=0))
    std = np.where(constant, 1.0, both.std(axis=0))
    return (X_train - mean) / std, (X_test - mean) / std
