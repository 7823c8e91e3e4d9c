# WRONG: default learning rate 1e-3; witness: rmsprop_step(np.zeros(2), np.ones(2), np.zeros(2))
import numpy as np


def rmsprop_step(w, grad, v, lr=1e-3, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v
