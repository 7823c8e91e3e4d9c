# WRONG: decides between the two stable forms by the first element, so mixed signs overflow; witness: tanh(np.array([1.0, -1000.0]))
import numpy as np


def tanh(x):
    x = np.asarray(x, dtype=float)
    if x.ravel()[0] >= 0:
        e = np.exp(-2.0 * x)
        return (1.0 - e) / (1.0 + e)
    e = np.exp(2.0 * x)
    return (e - 1.0) / (e + 1.0)
