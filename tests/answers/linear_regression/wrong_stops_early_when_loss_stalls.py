# WRONG: stops early once the loss improves by less than 1e-6, so not exactly epochs steps; witness: linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 1e-8, 100000)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    previous = np.inf
    for _ in range(epochs):
        err = X @ w + b - y
        loss = np.mean(err ** 2)
        if previous - loss < 1e-6 and previous >= loss:
            break
        previous = loss
        w = w - lr * 2 / n * (X.T @ err)
        b = b - lr * 2 * err.mean()
    return w, b
