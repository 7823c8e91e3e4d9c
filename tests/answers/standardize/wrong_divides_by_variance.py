# WRONG: divides by the variance, right only when it is 1; witness: standardize(np.array([[0.0], [4.0]]))
import numpy as np


def standardize(X):
    constant = (X == X[0]).all(axis=0)
    dev = X - X.mean(axis=0)
    var = np.where(constant, 1.0, (dev ** 2).mean(axis=0))
    return np.where(constant, 0.0, dev / var)
