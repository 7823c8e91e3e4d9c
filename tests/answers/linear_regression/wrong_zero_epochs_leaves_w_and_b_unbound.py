# WRONG: epochs = 0 fails, the bias is only bound inside the loop; witness: linear_regression(np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), 0.1, 0)
import numpy as np


def linear_regression(X, y, lr, epochs):
    n, d = X.shape
    theta = np.zeros(d + 1)
    A = np.c_[X, np.ones(n)]
    for epoch in range(epochs):
        theta = theta - lr * 2 / n * (A.T @ (A @ theta - y))
        w, b = theta[:-1], theta[-1]
    return w, b
