# WRONG: entries are not restored between coordinates, the perturbations pile up; witness: numerical_gradient(lambda v: float(v[0] * v[1] * v[2]), np.array([1., 2., 3.]), h=0.1)
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    hi = np.array(x, dtype=float)
    lo = np.array(x, dtype=float)
    grad = np.zeros(hi.shape)
    for i in np.ndindex(hi.shape):
        hi[i] += h
        lo[i] = hi[i] - 2 * h
        grad[i] = (f(hi) - f(lo)) / (2 * h)
        lo[i] = hi[i]
    return grad
