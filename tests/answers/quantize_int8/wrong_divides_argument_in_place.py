# WRONG: divides the argument in place; witness: (lambda a: (quantize_int8(a), a.tolist())[1])(np.array([2.0, -1.0]))
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=np.float64)
    m = np.abs(x).max()
    scale = m / 127.0 if m > 0 else 1.0
    x /= scale
    return np.rint(x, out=x).astype(np.int8), scale
