# mistake: of_the_activation
import torch


def relu_grad(x):
    return torch.where(x > 0, 1.0, 0.0)


def leaky_relu_grad(x, slope=0.01):
    return torch.where(x > 0, 1.0, slope)


def sigmoid_grad(x):
    return x * (1 - x)


def tanh_grad(x):
    return 1 - x**2
