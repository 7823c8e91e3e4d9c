# WRONG: adds h, takes 2h off and adds h again: x comes back with a rounding error; witness: (lambda x: (numerical_gradient(lambda v: float((v ** 2).sum()), x).shape, bool((x == np.array([.1, 1e-3, 1 / 3, 123.456])).all())))(np.array([.1, 1e-3, 1 / 3, 123.456]))
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        fp = f(x)
        x[i] -= 2 * h
        fm = f(x)
        x[i] += h
        grad[i] = (fp - fm) / (2 * h)
    return grad
