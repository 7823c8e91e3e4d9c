import torch


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """The weights and both averages after step t, with the decay decoupled from the averages."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad.square()
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w * (1 - lr * weight_decay)  # a new tensor: w.mul_() would change the caller's
    return w - lr * m_hat / (v_hat.sqrt() + eps), m, v
