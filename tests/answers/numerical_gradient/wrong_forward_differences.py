# WRONG: forward instead of central differences; witness: numerical_gradient(lambda v: float((v ** 2).sum()), np.array([1., -2.]), h=0.1)
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    f0 = f(x)
    grad = np.empty(x.shape, dtype=float)
    for i in np.ndindex(x.shape):
        xp = np.array(x, dtype=float)
        xp[i] += h
        grad[i] = (f(xp) - f0) / h
    return grad
