# WRONG: AdaGrad-like accumulation without the factor (1 - alpha); witness: rmsprop_step(np.zeros(2), np.ones(2), np.zeros(2))
import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v
