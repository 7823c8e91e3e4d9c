# WRONG: adds up the parts' mean gradients as backward() does without dividing the loss; witness: accumulate_gradients(lambda X, y: X.mean(0), np.array([[1.0], [2.0]]), np.ones(2), 1)
import numpy as np


def accumulate_gradients(grad, X, y, size):
    total = np.zeros(X.shape[1])
    for start in range(0, X.shape[0], size):
        total += grad(X[start:start + size], y[start:start + size])
    return total
