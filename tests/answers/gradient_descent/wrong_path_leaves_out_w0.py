# WRONG: the path leaves out w0 and has n_steps + 1 steps instead; witness: gradient_descent(lambda v: 2 * v, np.array([1.0, -2.0]), 0.1, 3)
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    path = np.zeros((n_steps + 1, len(w0)))
    w = np.array(w0, dtype=float)
    for row in path:
        w = w - lr * grad(w)
        row[:] = w
    return path
