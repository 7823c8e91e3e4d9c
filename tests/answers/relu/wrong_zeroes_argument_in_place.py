# WRONG: zeroes the negative entries of the argument itself; witness: (lambda x: (relu(x), x)[1])(np.array([-1.0, 2.0]))
import numpy as np


def relu(x):
    x = np.asarray(x, dtype=float)
    x[x < 0] = 0.0
    return x
