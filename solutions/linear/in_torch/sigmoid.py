import torch


def sigmoid(z):
    """Map each entry to 1 / (1 + exp(-z)) without overflow."""
    z = torch.as_tensor(z)
    # Both exponents are at most 0.
    return z.clamp(max=0).exp() / (1 + (-z.abs()).exp())
