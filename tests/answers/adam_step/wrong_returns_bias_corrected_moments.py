# WRONG: returns the bias-corrected moments instead of the running ones; witness: adam_step(np.zeros(2), np.ones(2), np.zeros(2), np.zeros(2), 1)
import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    v = (beta2 * v + (1 - beta2) * grad**2) / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v
