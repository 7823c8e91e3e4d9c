# WRONG: works in blocks of 64 rows and forgets the incomplete last block; witness: relu(np.ones((65, 2)))
import numpy as np


def relu(x, block=64):
    x = np.asarray(x, dtype=float)
    if x.ndim == 0 or x.shape[0] < block:
        return np.where(x > 0, x, 0.0)
    out = np.zeros(x.shape)
    for i in range(x.shape[0] // block):
        s = slice(i * block, (i + 1) * block)
        out[s] = np.where(x[s] > 0, x[s], 0.0)
    return out
