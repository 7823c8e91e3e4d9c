# WRONG: exp(2x) overflows at +1000 and inf / inf is NaN, the negative side is right; witness: tanh(np.array([-1000.0, 1000.0]))
import numpy as np


def tanh(x):
    e = np.expm1(2.0 * np.asarray(x, dtype=float))
    return e / (e + 2.0)
