# mistake: entry_moves_along
import itertools

import torch


def numerical_gradient(f, x, h=1e-5):
    x = x.clone().double()
    grad = torch.zeros_like(x)
    for index in itertools.product(*map(range, x.shape)):
        entry = x[index]
        x[index] = entry + h
        above = float(f(x))
        x[index] = entry - h
        below = float(f(x))
        x[index] = entry
        grad[index] = (above - below) / (2 * h)
    return grad
