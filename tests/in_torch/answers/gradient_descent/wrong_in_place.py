# mistake: aliased
import torch


def gradient_descent(grad, w0, lr, n_steps):
    w = w0
    path = [w]
    for _ in range(n_steps):
        w -= lr * grad(w)
        path.append(w)
    return torch.stack(path)
