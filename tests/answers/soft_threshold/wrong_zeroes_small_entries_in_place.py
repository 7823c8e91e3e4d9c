# WRONG: zeroes small entries in the argument itself; witness: (lambda a: (soft_threshold(a, 1.0), a))(np.array([0.5, 2.0, -3.0]))
import numpy as np


def soft_threshold(x, t):
    x = np.asarray(x, dtype=float)
    x[np.abs(x) <= t] = 0.0
    return x - t * np.sign(x)
