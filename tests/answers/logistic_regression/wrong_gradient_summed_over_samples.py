# WRONG: sums the gradient over samples instead of averaging; witness: logistic_regression(np.array([[1.0], [2.0], [-0.5]]), np.array([1.0, 0.0, 1.0]), 0.1, 3)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        g = np.exp(-np.logaddexp(0, -(X @ w + b))) - y
        w, b = w - lr * (X.T @ g), b - lr * g.sum()
    return w, b
