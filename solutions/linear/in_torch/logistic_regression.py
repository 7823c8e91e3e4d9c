import torch


def logistic_regression(X, y, lr, epochs):
    """Full-batch gradient descent from zeros."""
    n, d = X.shape
    w, b = torch.zeros(d, dtype=X.dtype), torch.zeros((), dtype=X.dtype)
    for _ in range(epochs):
        error = torch.sigmoid(X @ w + b) - y
        w = w - lr * (X.T @ error) / n
        b = b - lr * error.mean()
    return w, b
