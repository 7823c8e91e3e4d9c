import torch


def momentum_step(w, grad, v, lr, beta=0.9):
    """The weights and the velocity after one step with the new velocity."""
    v = beta * v + grad  # as torch.optim.SGD does: the full gradient, without a factor of 1 - beta
    return w - lr * v, v
