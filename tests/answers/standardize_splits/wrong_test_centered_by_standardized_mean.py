# WRONG: the test set is centred with the mean of the train set after it was standardized (0), so not centred at all; witness: standardize_splits(np.array([[1.0], [3.0]]), np.array([[5.0]]))[1]
import numpy as np


def standardize_splits(X_train, X_test):
    constant = (X_train == X_train[0]).all(axis=0)
    std = np.where(constant, 1.0, X_train.std(axis=0))
    X_train = (X_train - X_train.mean(axis=0)) / std
    X_test = (X_test - X_train.mean(axis=0)) / std
    return X_train, X_test
