import torch


def leaky_relu(x, slope=0.01):
    """Multiply the entries that are not positive by slope."""
    return torch.where(x > 0, x, slope * x)
