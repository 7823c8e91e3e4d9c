# WRONG: the saturated branch forgets the sign, tanh(-1000) = +1; witness: tanh(np.array([-1000.0, 1000.0, 0.3]))
import numpy as np


def tanh(x):
    x = np.asarray(x, dtype=float)
    big = np.abs(x) > 20.0
    z = np.where(big, 0.0, x)
    e = np.expm1(2.0 * z)
    return np.where(big, 1.0, e / (e + 2.0))
