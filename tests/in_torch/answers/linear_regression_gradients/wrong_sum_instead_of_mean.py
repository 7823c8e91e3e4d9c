# mistake: summed
import torch


def linear_regression_gradients(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error, 2 * error.sum()
