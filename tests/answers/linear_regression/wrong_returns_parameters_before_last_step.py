# WRONG: returns the parameters before the last step; witness: linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.1, 3)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    history = [(np.zeros(d), 0.0)]
    while len(history) < epochs:
        w, b = history[-1]
        e = X @ w + b - y
        history.append((w - lr * 2 / n * (X.T @ e), b - lr * 2 / n * e.sum()))
    return history[-1]
