# WRONG: w moves with the old velocity; witness: momentum_step(np.zeros(2), np.ones(2), np.zeros(2), 0.1)
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    return w - lr * v, beta * v + grad
