import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    path = np.empty((n_steps + 1, len(w0)))
    path[0] = w0
    for k in range(n_steps):
        np.subtract(path[k], lr * np.asarray(grad(path[k].copy())), out=path[k + 1])
    return path
