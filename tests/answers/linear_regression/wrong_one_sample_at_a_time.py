# WRONG: one-sample steps in turn (each over n) instead of one full-batch step; witness: linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.05, 4)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        for i in range(n):
            e = X[i] @ w + b - y[i]
            w, b = w - lr * 2 * e * X[i] / n, b - lr * 2 * e / n
    return w, b
