import numpy as np


def accumulate_gradients(grad, X, y, size):
    n, d = X.shape
    full, rest = divmod(n, size)
    out = np.zeros(d)
    for k in range(full):
        out += grad(X[k * size:(k + 1) * size], y[k * size:(k + 1) * size]) * size
    if rest:
        out += grad(X[-rest:], y[-rest:]) * rest
    return out / n
