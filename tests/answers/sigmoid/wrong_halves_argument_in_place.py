# WRONG: halves a float64 array argument in place; witness: (lambda a: (sigmoid(a), a))(np.array([-1.0, 0.5, 2.0]))
import numpy as np


def sigmoid(z):
    a = np.asarray(z, dtype=float)
    half = np.multiply(a, 0.5, out=a if a.ndim and a.flags.writeable else None)
    return 0.5 * (1 + np.tanh(half))
