# WRONG: chooses the branch once per array by the mean of z, so mixed signs overflow; witness: sigmoid(np.array([1000.0, 1000.0, -1000.0]))
import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    if z.mean() >= 0:
        return 1.0 / (1.0 + np.exp(-z))
    e = np.exp(z)
    return e / (1.0 + e)
