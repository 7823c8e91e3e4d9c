# WRONG: the leaky slope is written into an integer array, so 0.01 becomes 0; witness: leaky_relu_grad(np.array([-1.0, 1.0]))
import numpy as np


def relu_grad(x):
    return (np.asarray(x) > 0) * 1.0


def leaky_relu_grad(x, slope=0.01):
    x = np.asarray(x)
    g = np.where(x > 0, 1, 0)
    g[x <= 0] = slope
    return g.astype(float)


def sigmoid_grad(x):
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2


def tanh_grad(x):
    return 1.0 - np.tanh(x) ** 2
