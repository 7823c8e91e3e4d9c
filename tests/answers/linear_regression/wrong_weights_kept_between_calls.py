# WRONG: warm start, weights kept between calls with the same number of features; witness: (linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.05, 4), linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.05, 4))
import numpy as np

_ZEROS = {}


def _zeros(d):
    if d not in _ZEROS:
        _ZEROS[d] = np.zeros(d)
    return _ZEROS[d]


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = _zeros(d), 0.0
    for _ in range(epochs):
        e = X @ w + b - y
        w -= lr * 2 / n * (X.T @ e)
        b -= lr * 2 / n * e.sum()
    return w.copy(), b
