# WRONG: does not move once np.allclose(gradient, 0); witness: gradient_descent(np.tanh, np.array([1e-12]), 0.25, 3)
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    path = np.tile(w0, (n_steps + 1, 1))
    for k in range(n_steps):
        g = np.asarray(grad(path[k].copy()))
        path[k + 1] = path[k] if np.allclose(g, 0) else path[k] - lr * g
    return path
