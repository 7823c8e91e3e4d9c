# WRONG: tanh_grad squares the argument's own memory on the way (out=x for an array), so x is modified; witness: (lambda x: (tanh_grad(x), x)[1])(np.array([0.5, -1.0]))
import numpy as np


def relu_grad(x):
    return (np.asarray(x) > 0) * 1.0


def leaky_relu_grad(x, slope=0.01):
    return np.where(np.asarray(x) > 0, 1.0, slope)


def sigmoid_grad(x):
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2


def tanh_grad(x):
    t = np.asarray(x, dtype=float)
    np.tanh(t, out=t)
    return 1.0 - t * t
