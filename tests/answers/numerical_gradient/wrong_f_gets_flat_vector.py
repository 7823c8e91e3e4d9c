# WRONG: f gets the flattened vector, so an f that uses the shape of x fails; witness: numerical_gradient(lambda v: float((v @ v.T).sum()), np.array([[1., 2.], [3., 4.]]))
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    v = np.array(x, dtype=float).ravel()
    g = np.zeros(v.size)
    for k in range(v.size):
        e = np.zeros(v.size)
        e[k] = h
        g[k] = (f(v + e) - f(v - e)) / (2 * h)
    return g.reshape(x.shape)
