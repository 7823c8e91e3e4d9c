import torch


def relu_grad(x):
    """Return 1 where x is positive, and 0 elsewhere."""
    return (x > 0).to(x.dtype)


def leaky_relu_grad(x, slope=0.01):
    """Return 1 where x is positive, and slope elsewhere."""
    return torch.where(x > 0, 1.0, slope)


def sigmoid_grad(x):
    """Return the slope of the sigmoid at x."""
    s = torch.sigmoid(x)
    return s * (1 - s)


def tanh_grad(x):
    """Return the slope of the hyperbolic tangent at x."""
    return 1 - torch.tanh(x).square()
