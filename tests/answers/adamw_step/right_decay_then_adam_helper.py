import numpy as np


def _adam(w, grad, m, v, t, lr, beta1, beta2, eps):
    r = (1 - beta2**t) ** 0.5
    m2 = grad - beta1 * (grad - m)
    g2 = np.multiply(grad, grad)
    v2 = beta2 * v + (1 - beta2) * g2
    return np.subtract(w, (lr * r / (1 - beta1**t)) * m2 / (v2**0.5 + r * eps)), m2, v2


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    keep = 1 - lr * weight_decay
    return _adam(np.multiply(w, keep), grad, m, v, t, lr, beta1, beta2, eps)
