# WRONG: all-zero input answers scale 0; witness: quantize_int8(np.zeros(3))
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=float)
    scale = np.abs(x).max() / 127.0
    q = np.divide(x, scale, out=np.zeros(x.shape), where=scale > 0)
    return np.rint(q).astype(np.int8), scale
