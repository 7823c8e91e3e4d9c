# WRONG: q is int64; witness: quantize_int8(np.array([1.0, -0.5]))[0].dtype.name
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=float)
    m = np.abs(x).max()
    scale = m / 127.0 if m > 0 else 1.0
    return np.clip(np.rint(x / scale), -127, 127).astype(int), scale
