# WRONG: gradient of half the mean squared error; witness: linear_regression_gradients(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.5]]), np.array([1.0, 2.0, 2.0]), np.array([0.5, 0.1]), 0.1)
import numpy as np


def linear_regression_gradients(X, y, w, b):
    delta = X @ w + b - y
    return X.T @ delta / len(y), delta.sum() / len(y)
