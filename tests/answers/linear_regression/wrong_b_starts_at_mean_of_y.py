# WRONG: starts from b = mean(y) instead of 0; witness: linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.01, 5)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    w = np.zeros(d)
    b = float(np.mean(y)) if epochs else 0.0
    for _ in range(epochs):
        e = X @ w + b - y
        w = w - lr * 2 / n * (X.T @ e)
        b = b - lr * 2 * e.mean()
    return w, b
