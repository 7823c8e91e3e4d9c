# WRONG: complex step instead of central differences: fails for an f that needs real numbers; witness: numerical_gradient(lambda v: float(np.abs(v).sum()), np.array([1., -2.]))
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        z = x.astype(complex)
        z[i] += 1j * h
        g[i] = np.imag(f(z)) / h
    return g
