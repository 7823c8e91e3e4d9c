# WRONG: eps inside the root; witness: rmsprop_step(np.zeros(2), np.array([1e-4, 1e-3]), np.zeros(2))
import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / np.sqrt(v + eps), v
