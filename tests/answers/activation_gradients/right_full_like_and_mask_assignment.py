import numpy as np


def relu_grad(x):
    # PyTorch's threshold_backward: 1 where x > 0, in the dtype of x
    g = np.zeros_like(x)
    g[x > 0] = 1
    return g


def _leaky_backward(x, *, negative_slope):
    g = np.full_like(x, negative_slope)
    g[x > 0] = 1
    return g


def leaky_relu_grad(x, slope=0.01):
    return _leaky_backward(x, negative_slope=slope)


def sigmoid_grad(x):
    z = np.exp(-np.abs(x))
    q = 1 + z
    return z / (q * q)


def tanh_grad(x):
    z = np.exp(-2 * np.abs(x))
    q = 1 + z
    return 4 * z / (q * q)
