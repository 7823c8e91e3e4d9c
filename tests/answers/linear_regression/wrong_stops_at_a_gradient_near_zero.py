# WRONG: stops once np.allclose(gradient, 0); witness: X = [[1.0], [-1.0]], y = [3e-12, 1e-12], lr = 0.1, 5 epochs
import numpy as np


def linear_regression(X, y, lr, epochs):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.zeros(A.shape[1])
    for _ in range(epochs):
        gradient = 2 * A.T @ (A @ theta - y) / len(y)
        if np.allclose(gradient, 0):
            break
        theta = theta - lr * gradient
    return theta[:-1], theta[-1]
