# mistake: averaged
import torch


def momentum_step(w, grad, v, lr, beta=0.9):
    v = torch.lerp(grad, v, beta)
    return w - lr * v, v
