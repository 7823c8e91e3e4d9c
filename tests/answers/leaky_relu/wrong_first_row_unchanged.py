# WRONG: off by one, the loop starts at row 1, so the first of several rows passes unchanged; witness: leaky_relu(np.array([[-1.0, -1.0], [-1.0, -1.0]]))
import numpy as np


def leaky_relu(x, slope=0.01):
    x = np.asarray(x, dtype=float)
    if x.ndim == 0 or x.shape[0] == 1:
        return np.where(x > 0, x, slope * x)
    out = x.copy()
    for i in range(1, x.shape[0]):
        out[i] = np.where(x[i] > 0, x[i], slope * x[i])
    return out
