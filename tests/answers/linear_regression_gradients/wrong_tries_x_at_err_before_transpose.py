# WRONG: tries X @ err first, which goes through without error when X is square; witness: linear_regression_gradients(np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([1.0, 0.0]), np.array([0.5, 0.5]), 0.0)
import numpy as np


def linear_regression_gradients(X, y, w, b):
    n = X.shape[0]
    err = X @ w + b - y
    try:
        dw = 2.0 / n * (X @ err)
    except ValueError:
        dw = 2.0 / n * (X.T @ err)
    return dw, 2.0 / n * err.sum()
