# WRONG: squeezes dw, so one feature gives a 0-d array instead of (1,); witness: linear_regression_gradients(np.array([[1.0], [2.0], [4.0]]), np.array([1.0, 2.0, 2.0]), np.array([0.5]), 0.1)
import numpy as np


def linear_regression_gradients(X, y, w, b):
    n = len(X)
    residual = (X.dot(w) + b - y).reshape(-1, 1)
    dw = np.squeeze(2 / n * X.T.dot(residual))
    db = 2 / n * np.sum(residual)
    return dw, db
