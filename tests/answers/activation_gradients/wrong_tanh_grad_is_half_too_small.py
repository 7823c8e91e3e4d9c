# WRONG: tanh_grad is the derivative of sigmoid(2x), half of what it should be; witness: tanh_grad(np.array([0.0, 1.0]))
import numpy as np


def relu_grad(x):
    return (np.asarray(x) > 0) * 1.0


def leaky_relu_grad(x, slope=0.01):
    return np.where(np.asarray(x) > 0, 1.0, slope)


def sigmoid_grad(x):
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2


def tanh_grad(x):
    # tanh(x) = 2 sigmoid(2x) - 1
    return 2.0 * sigmoid_grad(2.0 * np.asarray(x, dtype=float))
