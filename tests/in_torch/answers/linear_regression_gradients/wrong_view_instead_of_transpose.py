# kind: values
import torch


def linear_regression_gradients(X, y, w, b):
    n, d = X.shape
    error = X @ w + b - y
    return 2 / n * X.reshape(d, n) @ error, 2 * error.mean()
