# WRONG: restarts the velocity whenever gradient and velocity point in opposite directions; witness: momentum_step(np.zeros(2), np.array([1.0, 1.0]), np.array([-2.0, -2.0]), 0.1)
import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    if np.sum(np.multiply(grad, v)) < 0:
        v = np.zeros_like(v)
    v = beta * v + grad
    return w - lr * v, v
