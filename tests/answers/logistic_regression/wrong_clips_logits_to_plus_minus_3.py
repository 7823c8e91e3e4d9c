# WRONG: clips the logits to +-3, which changes the steps on widely spread X; witness: logistic_regression(np.array([[30.0], [-20.0], [12.0]]), np.array([1.0, 0.0, 1.0]), 0.01, 30)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        z = np.clip(X @ w + b, -3, 3)
        g = 1 / (1 + np.exp(-z)) - y
        w, b = w - lr * (X.T @ g) / n, b - lr * g.mean()
    return w, b
