import torch


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step with bias correction."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad.square()
    step = (m / (1 - beta1**t)) / (torch.sqrt(v / (1 - beta2**t)) + eps)
    return w - lr * step, m, v
