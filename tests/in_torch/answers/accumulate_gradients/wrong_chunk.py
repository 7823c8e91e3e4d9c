# mistake: into_size_parts
import torch


def accumulate_gradients(grad, X, y, size):
    total = torch.zeros(X.shape[1], dtype=X.dtype)
    for X_part, y_part in zip(X.chunk(size), y.chunk(size)):
        total += len(X_part) * grad(X_part, y_part)
    return total / len(X)
