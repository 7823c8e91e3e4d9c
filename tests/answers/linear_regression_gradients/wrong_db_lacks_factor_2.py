# WRONG: db lacks the factor 2 that dw has; witness: linear_regression_gradients(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), np.array([0.5, 0.1]), 0.1)
import numpy as np


def linear_regression_gradients(X, y, w, b):
    err = X @ w + b - y
    dw = 2 * np.mean(X * err[:, None], axis=0)
    db = np.mean(err)
    return dw, db
