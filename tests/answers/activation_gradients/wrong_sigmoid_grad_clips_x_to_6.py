# WRONG: sigmoid_grad clips x to +-6 against overflow, so the gradient never falls below 2.5e-3; witness: sigmoid_grad(np.array([20.0, -1000.0]))
import numpy as np


def relu_grad(x):
    return (np.asarray(x) > 0) * 1.0


def leaky_relu_grad(x, slope=0.01):
    return np.where(np.asarray(x) > 0, 1.0, slope)


def sigmoid_grad(x):
    z = np.clip(x, -6.0, 6.0)
    s = 1.0 / (1.0 + np.exp(-z))
    return s * (1.0 - s)


def tanh_grad(x):
    return 1.0 - np.tanh(x) ** 2
