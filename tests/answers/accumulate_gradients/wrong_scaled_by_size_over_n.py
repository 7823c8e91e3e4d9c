# WRONG: the weight size / n also for the smaller last part; witness: accumulate_gradients(lambda X, y: X.mean(0), np.array([[1.0], [2.0], [6.0]]), np.ones(3), 2)
import numpy as np


def accumulate_gradients(grad, X, y, size):
    n = X.shape[0]
    size = min(size, n)
    g = np.zeros(X.shape[1])
    for i in range(0, n, size):
        g += grad(X[i:i + size], y[i:i + size]) * size / n
    return g
