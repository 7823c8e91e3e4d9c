import numpy as np


def accumulate_gradients(grad, X, y, size):
    def total(X, y):
        if len(X) == 0:
            return 0.0
        head = grad(X[:size], y[:size])
        m = min(size, len(X))
        return m * np.asarray(head) + total(X[size:], y[size:])

    return (total(X, y) / len(X)).tolist()
