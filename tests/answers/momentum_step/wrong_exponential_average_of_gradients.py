# WRONG: exponential average, v = beta v + (1 - beta) grad; witness: momentum_step(np.zeros(2), np.ones(2), np.ones(2) * 2, 0.1)
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * grad
    return w - lr * v, v
