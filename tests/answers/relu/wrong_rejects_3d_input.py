# WRONG: only for one or two dimensions, a 3-D input is rejected; witness: relu(np.ones((2, 2, 2)))
import numpy as np


def relu(x):
    x = np.asarray(x, dtype=float)
    if x.ndim < 2:
        return np.maximum(x, 0.0)
    n, d = x.shape
    out = np.zeros((n, d))
    for i in range(n):
        for j in range(d):
            out[i, j] = max(x[i, j], 0.0)
    return out
