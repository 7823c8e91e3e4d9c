# WRONG: returns (v, w); witness: momentum_step(np.zeros(2), np.ones(2), np.zeros(2), 0.1)
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    v_new = beta * v + grad
    w_new = w - lr * v_new
    return v_new, w_new
