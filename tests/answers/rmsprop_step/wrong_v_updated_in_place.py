# WRONG: modifies v in place; witness: (lambda v: (rmsprop_step(np.zeros(2), np.ones(2), v), v)[1])(np.ones(2) * 3)
import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = np.asarray(v, dtype=float)
    v *= alpha
    v += (1 - alpha) * np.square(grad)
    return w - lr * grad / (np.sqrt(v) + eps), v
