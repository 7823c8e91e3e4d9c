import numpy as np


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)          # own copy
    grad = np.zeros(x.shape)
    for idx in np.ndindex(*x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = (float(f(plus)) - float(f(minus))) / (2 * h)
    return grad
