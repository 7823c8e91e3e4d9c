# WRONG: stops early when the gradient is small and returns a shorter path; witness: gradient_descent(lambda v: 2 * v, np.array([0.0, 0.0]), 0.1, 3).shape
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        g = grad(w)
        if np.linalg.norm(g) < 1e-10:
            break
        w = w - lr * g
        path.append(w)
    return np.array(path)
