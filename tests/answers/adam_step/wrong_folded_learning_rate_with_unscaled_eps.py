# WRONG: the short form lr * sqrt(c2) / c1 with an unscaled eps, eps is too big by 1 / sqrt(1 - beta2^t); witness: adam_step(np.zeros(2), np.array([1e-7, 1e-6]), np.zeros(2), np.zeros(2), 1)
import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    lr_t = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - lr_t * m / (np.sqrt(v) + eps), m, v
