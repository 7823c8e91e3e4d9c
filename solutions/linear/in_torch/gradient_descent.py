import torch


def gradient_descent(grad, w0, lr, n_steps):
    """Follow the negative gradient from w0 and return all points on the way."""
    path = [w0]
    for _ in range(n_steps):
        w = path[-1]
        # w -= ... would change w0, and every point of the path with it.
        path.append(w - lr * grad(w))
    return torch.stack(path)
