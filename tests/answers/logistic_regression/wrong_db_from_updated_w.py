# WRONG: the bias gradient uses the probabilities of the updated weights; witness: logistic_regression(np.array([[1.0], [2.0], [-0.5]]), np.array([1.0, 0.0, 1.0]), 0.5, 2)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0

    def residual():
        return 0.5 * (1 + np.tanh((X @ w + b) / 2)) - y

    for _ in range(epochs):
        w = w - lr * (X.T @ residual()) / n
        b = b - lr * residual().mean()
    return w, b
