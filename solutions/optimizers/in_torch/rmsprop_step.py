import torch


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    """The weights and the average of squared gradients after one step with the new average."""
    v = alpha * v + (1 - alpha) * grad.square()
    return w - lr * grad / (v.sqrt() + eps), v
