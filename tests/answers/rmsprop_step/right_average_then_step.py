import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v
