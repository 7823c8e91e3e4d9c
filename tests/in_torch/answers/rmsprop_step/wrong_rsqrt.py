# mistake: eps_inside
import torch


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad.square()
    return w - lr * grad * torch.rsqrt(v + eps), v
