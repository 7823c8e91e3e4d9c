# WRONG: drops the rows that do not fill a part; witness: accumulate_gradients(lambda X, y: X.mean(0), np.array([[1.0], [2.0], [6.0]]), np.ones(3), 2)
import numpy as np


def accumulate_gradients(grad, X, y, size):
    steps = max(1, len(X) // size)
    g = np.zeros(X.shape[1])
    for k in range(steps):
        g += grad(X[k * size:(k + 1) * size], y[k * size:(k + 1) * size])
    return g / steps
