# WRONG: the step size decays as lr / sqrt(1 + epoch); witness: logistic_regression(np.array([[1.0], [2.0], [-0.5]]), np.array([1.0, 0.0, 1.0]), 0.1, 3)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for epoch in range(epochs):
        step = lr / np.sqrt(1.0 + epoch)
        g = 0.5 * (1 + np.tanh((X @ w + b) / 2)) - y
        w, b = w - step * (X.T @ g) / n, b - step * g.mean()
    return w, b
