from itertools import product

import torch


def numerical_gradient(f, x, h=1e-5):
    """The gradient of f at x by central differences."""
    moved = x.detach().to(torch.float64, copy=True)
    gradient = torch.empty_like(moved)
    for index in product(*map(range, x.shape)):
        entry = moved[index].item()  # a number: moved[index] is a view, and would move as well
        moved[index] = entry + h
        above = float(f(moved))
        moved[index] = entry - h
        gradient[index] = (above - float(f(moved))) / (2 * h)
        moved[index] = entry
    return gradient
