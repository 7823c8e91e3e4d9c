# WRONG: sigmoid_grad takes x for the activation instead of the pre-activation; witness: sigmoid_grad(np.array([0.0, 0.5, 2.0]))
import numpy as np


def relu_grad(x):
    return (np.asarray(x) > 0) * 1.0


def leaky_relu_grad(x, slope=0.01):
    return np.where(np.asarray(x) > 0, 1.0, slope)


def sigmoid_grad(x):
    return x * (1.0 - x)


def tanh_grad(x):
    return 1.0 - np.tanh(x) ** 2
