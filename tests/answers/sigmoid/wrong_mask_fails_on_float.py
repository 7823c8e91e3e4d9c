# WRONG: indexes with a mask and so fails on a Python float; witness: sigmoid(0.3)
import numpy as np


def sigmoid(z):
    out = np.empty(z.shape, dtype=float)
    pos = z >= 0
    out[pos] = 1.0 / (1.0 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1.0 + ez)
    return out
