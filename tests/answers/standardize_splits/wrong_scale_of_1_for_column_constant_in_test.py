# WRONG: a column that is constant in the test set (though not in train) is not divided there; witness: standardize_splits(np.array([[0.0], [4.0]]), np.array([[6.0], [6.0]]))[1]
import numpy as np


def standardize_splits(X_train, X_test):
    mean = X_train.mean(axis=0)

    def scale(X):
        flat = (X == X[0]).all(axis=0) | (X_train == X_train[0]).all(axis=0)
        return (X - mean) / np.where(flat, 1.0, X_train.std(axis=0))

    return scale(X_train), scale(X_test)
