# WRONG: scales the array returned by grad in place, which spoils a grad that returns a stored vector or its own argument; witness: gradient_descent(lambda w, c=np.array([1.0, 2.0]): c, np.array([1.0, 1.0]), 0.5, 3)
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        g = grad(w)
        g *= lr
        w = w - g
        path.append(w)
    return np.array(path)
