# WRONG: scales the negative entries of the argument in place; witness: (lambda x: (leaky_relu(x), x)[1])(np.array([-1.0, 2.0]))
import numpy as np


def leaky_relu(x, slope=0.01):
    x = np.asarray(x, dtype=float)
    neg = x < 0
    x[neg] *= slope
    return x
