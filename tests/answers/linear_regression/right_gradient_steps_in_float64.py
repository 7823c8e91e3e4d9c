import numpy as np


def linear_regression(X, y, lr, epochs):
    X = np.asarray(X, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        err = X @ w + b - y
        w, b = w - lr * (2.0 / n) * (X.T @ err), b - lr * 2.0 * err.mean()
    return w, b
