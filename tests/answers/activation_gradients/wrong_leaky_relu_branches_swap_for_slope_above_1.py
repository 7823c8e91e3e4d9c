# WRONG: leaky_relu_grad compares x with slope * x, so for slope > 1 the branches are swapped; witness: leaky_relu_grad(np.array([-1.0, 2.0]), slope=2.0)
import numpy as np


def relu_grad(x):
    return (np.asarray(x) > 0) * 1.0


def leaky_relu_grad(x, slope=0.01):
    x = np.asarray(x, dtype=float)
    return np.where(x > slope * x, 1.0, slope)


def sigmoid_grad(x):
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2


def tanh_grad(x):
    return 1.0 - np.tanh(x) ** 2
