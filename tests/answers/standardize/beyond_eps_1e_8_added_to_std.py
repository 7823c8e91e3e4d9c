# WRONG: an epsilon beside the deviation, columns on a small scale come out too small; witness: standardize(np.array([[0.0], [2e-7]]))
import numpy as np


def standardize(X):
    constant = (X == X[:1]).all(axis=0)
    Z = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8)
    return np.where(constant, 0.0, Z)
