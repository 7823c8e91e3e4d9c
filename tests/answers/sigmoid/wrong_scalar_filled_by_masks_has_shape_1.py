# WRONG: returns a 1-element array for a scalar; witness: sigmoid(0.7)
import numpy as np


def sigmoid(z):
    z = np.atleast_1d(np.asarray(z, dtype=float))
    out = np.empty_like(z)
    neg = z < 0
    out[~neg] = 1.0 / (1.0 + np.exp(-z[~neg]))
    out[neg] = 1.0 - 1.0 / (1.0 + np.exp(z[neg]))
    return out
