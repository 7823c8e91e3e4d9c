# WRONG: heavy-ball momentum 0.1 from the second step on; witness: gradient_descent(lambda v: 2 * v, np.array([1.0, -2.0]), 0.1, 3)
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    path = [np.array(w0, dtype=float)]
    velocity = np.zeros(len(w0))
    for _ in range(n_steps):
        velocity = 0.1 * velocity + grad(path[-1])
        path.append(path[-1] - lr * velocity)
    return np.array(path)
