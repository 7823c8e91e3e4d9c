# WRONG: the velocity argument is updated in place; witness: (lambda v: (momentum_step(np.zeros(2), np.ones(2), v, 0.1), v)[1])(np.ones(2))
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    v = np.asarray(v)
    v *= beta
    v += grad
    return w - lr * v, v
