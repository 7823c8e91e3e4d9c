# WRONG: clips p to [1e-7, 1 - 1e-7], so separated samples keep pulling; witness: X = [[1000.0], [-1000.0]], y = [1, 0], lr = 1.0, 200 epochs
import numpy as np


def logistic_regression(X, y, lr, epochs):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.zeros(A.shape[1])
    for _ in range(epochs):
        p = np.clip(0.5 + 0.5 * np.tanh(A @ theta / 2), 1e-7, 1 - 1e-7)
        theta = theta - lr * A.T @ (p - y) / len(y)
    return theta[:-1], theta[-1]
