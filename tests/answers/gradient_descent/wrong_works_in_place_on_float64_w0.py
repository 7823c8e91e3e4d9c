# WRONG: works in place on w0 when it is float64 already; witness: (lambda w: (gradient_descent(lambda v: 2 * v, w, 0.1, 3), w))(np.array([1.0, -2.0]))
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    w = np.asarray(w0, dtype=float)
    path = np.zeros((n_steps + 1, w.size))
    path[0] = w
    for i in range(1, n_steps + 1):
        w -= lr * grad(w)
        path[i] = w
    return path
