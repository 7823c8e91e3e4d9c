# WRONG: eps added to the scale; witness: quantize_int8(np.array([1e-4, -5e-5]))
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=float)
    m = np.abs(x).max()
    if m == 0:
        return np.zeros(x.shape, dtype=np.int8), 1.0
    scale = m / 127.0 + 1e-8
    return np.rint(x / scale).astype(np.int8), scale
