# WRONG: db is the sum, not the mean; witness: logistic_regression_gradients(np.array([[1.0, 2.0], [-1.0, 0.5], [0.3, -0.7]]), np.array([1.0, 0.0, 1.0]), np.array([0.5, -0.2]), 0.1)
import numpy as np


def logistic_regression_gradients(X, y, w, b):
    delta = 0.5 * (1 + np.tanh((X @ w + b) / 2)) - y
    return np.mean(delta[:, None] * X, axis=0), np.sum(delta)
