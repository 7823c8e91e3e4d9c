# WRONG: the learning rate is inside the velocity, w is right (from v = 0) but the returned v is lr times too small; witness: momentum_step(np.zeros(2), np.ones(2), np.zeros(2), 0.1)
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    v = beta * v + lr * grad
    return w - v, v
