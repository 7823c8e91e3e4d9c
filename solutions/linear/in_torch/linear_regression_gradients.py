import torch


def linear_regression_gradients(X, y, w, b):
    """Differentiate the mean squared error with respect to w and b."""
    error = X @ w + b - y
    return 2 / len(y) * X.T @ error, 2 * error.mean()
