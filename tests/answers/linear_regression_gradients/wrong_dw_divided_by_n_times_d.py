# WRONG: divides by n * d instead of n; witness: linear_regression_gradients(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), np.array([0.5, 0.1]), 0.1)
import numpy as np


def linear_regression_gradients(X, y, w, b):
    err = X @ w + b - y
    scale = 2.0 / X.size
    return scale * (X.T @ err), 2.0 * err.mean()
