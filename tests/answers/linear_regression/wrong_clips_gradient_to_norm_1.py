# WRONG: clips the gradient to norm 1; witness: linear_regression(np.array([[10.0], [20.0]]), np.array([10.0, 30.0]), 1e-4, 4)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    theta = np.zeros(d + 1)
    A = np.c_[X, np.ones(n)]
    for _ in range(epochs):
        g = 2 / n * (A.T @ (A @ theta - y))
        g = g / max(1.0, np.linalg.norm(g))
        theta = theta - lr * g
    return theta[:d], theta[d]
