# kind: crashed
import torch


def numerical_gradient(f, x, h=1e-5):
    moved = x.clone().double()
    flat = moved.view(-1)
    grad = torch.zeros_like(moved)
    for i in range(moved.numel()):
        entry = flat[i].item()
        flat[i] = entry + h
        above = float(f(moved))
        flat[i] = entry - h
        below = float(f(moved))
        flat[i] = entry
        grad.view(-1)[i] = (above - below) / (2 * h)
    return grad
