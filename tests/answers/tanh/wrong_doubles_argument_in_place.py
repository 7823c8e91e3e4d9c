# WRONG: multiplies the argument by 2 in place (float64 input only, asarray makes no copy); witness: (lambda x: (tanh(x), x)[1])(np.array([0.5, -0.5]))
import numpy as np


def tanh(x):
    z = np.asarray(x, dtype=float)
    z *= 2.0
    s = np.exp(-np.logaddexp(0.0, -z))
    return 2.0 * s - 1.0
