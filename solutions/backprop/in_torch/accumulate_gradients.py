import torch


def accumulate_gradients(grad, X, y, size):
    """The gradient of the mean loss over all rows, from parts of at most ``size`` rows."""
    total = torch.zeros(X.shape[1], dtype=X.dtype)
    for X_part, y_part in zip(X.split(size), y.split(size), strict=True):
        total += len(X_part) * grad(X_part, y_part)  # the last part may be smaller
    return total / len(X)
