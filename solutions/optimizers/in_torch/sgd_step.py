import torch


def sgd_step(w, grad, lr):
    """The weights after one step against the gradient."""
    return w - lr * grad  # w.sub_(grad, alpha=lr) would write into the caller's tensor
