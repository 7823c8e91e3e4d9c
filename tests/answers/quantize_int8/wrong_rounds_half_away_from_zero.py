# WRONG: rounds half away from zero; witness: quantize_int8(np.array([127.0, 0.5, -2.5]))
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=float)
    m = np.abs(x).max()
    scale = m / 127.0 if m > 0 else 1.0
    v = x / scale
    return (np.sign(v) * np.floor(np.abs(v) + 0.5)).astype(np.int8), scale
