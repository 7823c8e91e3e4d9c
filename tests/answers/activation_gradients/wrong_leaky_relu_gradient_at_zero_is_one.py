# WRONG: leaky_relu_grad(0) is 1, only here (negative test first, the rest is 1); witness: leaky_relu_grad(np.array([-1.0, 0.0, 1.0]))
import numpy as np


def relu_grad(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


def leaky_relu_grad(x, slope=0.01):
    return np.where(np.asarray(x) < 0, slope, 1.0)


def sigmoid_grad(x):
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2


def tanh_grad(x):
    return 1.0 - np.tanh(x) ** 2
