# WRONG: the mean of the parts' gradients, wrong where the last part is smaller; witness: accumulate_gradients(lambda X, y: X.mean(0), np.array([[1.0], [2.0], [6.0]]), np.ones(3), 2)
import numpy as np


def accumulate_gradients(grad, X, y, size):
    grads = [grad(X[i:i + size], y[i:i + size]) for i in range(0, len(X), size)]
    return sum(grads) / len(grads)
