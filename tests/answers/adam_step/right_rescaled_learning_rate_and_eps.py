import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """the efficient ordering of section 2 of the paper, with eps rescaled so that it is the same step"""
    w, g, m, v = (np.asarray(a, dtype=np.float64) for a in (w, grad, m, v))
    root = np.sqrt(1 - beta2**t)
    alpha = lr * root / (1 - beta1**t)
    m = m + (1 - beta1) * (g - m)
    v = v + (1 - beta2) * (np.square(g) - v)
    v = np.maximum(v, 0.0)
    return w - alpha * m / (np.sqrt(v) + eps * root), m, v
