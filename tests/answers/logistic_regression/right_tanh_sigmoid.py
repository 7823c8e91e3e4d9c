import numpy as np


def logistic_regression(X, y, lr, epochs):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        delta = 0.5 * np.tanh(0.5 * (X @ w + b)) + 0.5 - y
        w, b = w - lr * (delta @ X) / len(X), b - lr * delta.mean()
    return w, b
