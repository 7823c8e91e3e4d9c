# WRONG: stops when the gradient is small (below 1e-4), w is then returned without a step; witness: sgd_step(np.zeros(2), np.array([5e-5, -5e-5]), 1.0)
import numpy as np


def sgd_step(w, grad, lr, tol=1e-4):
    if np.max(np.abs(grad)) < tol:
        return np.array(w, dtype=float)
    return w - lr * grad
