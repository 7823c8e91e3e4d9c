# WRONG: one step too many; witness: logistic_regression(np.array([[1.0], [2.0], [-0.5]]), np.array([1.0, 0.0, 1.0]), 0.1, 3)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    epoch = 0
    while epochs > 0:
        g = 0.5 * (1 + np.tanh((X @ w + b) / 2)) - y
        w, b = w - lr * (X.T @ g) / n, b - lr * g.mean()
        epoch += 1
        if epoch > epochs:
            break
    return w, b
