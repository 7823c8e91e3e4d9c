# mistake: gradient_and_point_scaled_in_place
import torch


def gradient_descent(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - grad(path[-1]).mul_(lr))
    return torch.stack(path)
