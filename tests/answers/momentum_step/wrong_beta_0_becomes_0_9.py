# WRONG: beta = 0 is falsy and becomes 0.9; witness: momentum_step(np.zeros(2), np.ones(2), np.ones(2), 0.1, beta=0.0)
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    b = beta or 0.9
    v = b * v + grad
    return w - lr * v, v
