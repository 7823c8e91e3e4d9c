# WRONG: db is computed from the already updated w; witness: linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.1, 1)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        w = w - lr * 2 / n * X.T @ (X @ w + b - y)
        b = b - lr * 2 / n * np.sum(X @ w + b - y)
    return w, b
