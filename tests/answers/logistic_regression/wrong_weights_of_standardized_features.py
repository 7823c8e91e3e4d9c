# WRONG: standardises the features and returns the weights for the scaled ones; witness: logistic_regression(np.array([[1.0], [2.0], [-0.5]]), np.array([1.0, 0.0, 1.0]), 0.1, 3)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    mu, sd = X.mean(axis=0), X.std(axis=0)
    Z = (X - mu) / np.where(sd > 0, sd, 1.0)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        g = 0.5 * (1 + np.tanh((Z @ w + b) / 2)) - y
        w, b = w - lr * (Z.T @ g) / len(y), b - lr * g.mean()
    return w, b
