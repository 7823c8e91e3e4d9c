# WRONG: scale = max / 128 so the maximum wraps or is clipped; witness: quantize_int8(np.array([1.0, -1.0, 0.3]))
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=float)
    m = np.abs(x).max()
    scale = m / 128.0 if m > 0 else 1.0
    return np.clip(np.rint(x / scale), -128, 127).astype(np.int8), scale
