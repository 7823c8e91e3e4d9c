# WRONG: the roles of alpha and 1 - alpha are swapped; witness: rmsprop_step(np.zeros(2), np.ones(2), np.ones(2) * 4)
import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    g2 = np.square(grad)
    v = g2 + (1 - alpha) * (v - g2)
    return w - lr * grad / (np.sqrt(v) + eps), v
