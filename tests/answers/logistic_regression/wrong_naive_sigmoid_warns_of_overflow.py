# WRONG: naive sigmoid warns of overflow on widely spread X; witness: logistic_regression(np.array([[1000.0], [-2000.0], [500.0]]), np.array([1.0, 0.0, 1.0]), 0.1, 5)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        g = 1 / (1 + np.exp(-(X @ w + b))) - y
        w, b = w - lr * (X.T @ g) / n, b - lr * g.mean()
    return w, b
