# WRONG: one-pass variance E[x^2] - E[x]^2, all digits lost for a large offset; witness: standardize(np.array([[1e9], [1e9 + 1], [1e9 + 2]]))
import numpy as np


def standardize(X):
    mean = X.mean(axis=0)
    var = np.maximum((X * X).mean(axis=0) - mean * mean, 0)
    constant = (X == X[0]).all(axis=0) | (var == 0)
    return np.where(constant, 0.0, (X - mean) / np.sqrt(np.where(constant, 1.0, var)))
