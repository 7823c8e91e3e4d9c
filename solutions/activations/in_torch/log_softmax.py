import torch


def log_softmax(x, axis=-1):
    """Return the logarithm of the softmax along a dim."""
    shifted = x - x.amax(dim=axis, keepdim=True)
    return shifted - shifted.exp().sum(dim=axis, keepdim=True).log()
