# WRONG: the bias is stepped by the sum, not the mean, of the residuals; witness: linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.05, 4)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        e = X @ w + b - y
        gw = 2 * (X.T @ e) / n
        gb = 2 * e.sum()
        w, b = w - lr * gw, b - lr * gb
    return w, b
