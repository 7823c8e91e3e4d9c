# kind: calls
import torch


def slope_of(f, x):
    x = x.clone().requires_grad_()
    f(x).sum().backward()
    return x.grad


def relu_grad(x):
    return slope_of(torch.relu, x)


def leaky_relu_grad(x, slope=0.01):
    return slope_of(lambda x: torch.nn.functional.leaky_relu(x, slope), x)


def sigmoid_grad(x):
    return slope_of(torch.sigmoid, x)


def tanh_grad(x):
    return slope_of(torch.tanh, x)
