# mistake: in_place
import torch


def momentum_step(w, grad, v, lr, beta=0.9):
    v.mul_(beta).add_(grad)
    return w - lr * v, v
