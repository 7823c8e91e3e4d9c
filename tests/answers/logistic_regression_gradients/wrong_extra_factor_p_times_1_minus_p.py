# WRONG: gradient of the squared error of the probabilities (extra p (1 - p)); witness: logistic_regression_gradients(np.array([[1.0, 2.0], [-1.0, 0.5], [0.3, -0.7]]), np.array([1.0, 0.0, 1.0]), np.array([0.5, -0.2]), 0.1)
import numpy as np


def logistic_regression_gradients(X, y, w, b):
    p = 0.5 * (1 + np.tanh(0.5 * (X @ w + b)))
    g = (p - y) * p * (1 - p)
    return X.T @ g / len(y), g.mean()
