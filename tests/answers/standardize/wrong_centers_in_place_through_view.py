# WRONG: centres the argument in place; witness: [X := np.array([[1.0], [3.0]]), standardize(X), X][2]
import numpy as np


def standardize(X):
    constant = (X == X[0]).all(axis=0)
    Z = X.view()
    Z -= X.mean(axis=0)
    std = np.where(constant, 1.0, np.sqrt((Z ** 2).mean(axis=0)))
    return np.where(constant, 0.0, Z / std)
