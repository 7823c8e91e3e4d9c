import torch


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p is a chance below 1")
    if not training:
        return x
    return x * (torch.rand(x.shape) >= p) / (1 - p)
