# WRONG: the path holds the same array again and again; witness: gradient_descent(lambda v: 2 * v, np.array([1.0, -2.0]), 0.1, 3)
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    w = np.array(w0, dtype=float)
    path = [w0]
    for _ in range(n_steps):
        w -= lr * grad(w)
        path.append(w)
    return np.array(path)
