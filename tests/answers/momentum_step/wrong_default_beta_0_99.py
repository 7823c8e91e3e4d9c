# WRONG: default beta 0.99; witness: momentum_step(np.zeros(2), np.ones(2), np.ones(2) * 5, 0.1)
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.99):
    v = beta * v + grad
    return w - lr * v, v
