# WRONG: a fresh state (v all zero) starts at grad^2 instead of (1 - alpha) grad^2; witness: rmsprop_step(np.zeros(2), np.ones(2), np.zeros(2))
import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = np.square(grad) if not np.any(v) else alpha * v + (1 - alpha) * np.square(grad)
    return w - lr * grad / (np.sqrt(v) + eps), v
