# WRONG: tensors with a tiny maximum (below 1e-8) are treated as all-zero; witness: quantize_int8(np.array([1e-9, -5e-10]))
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=float)
    m = float(np.abs(x).max())
    scale = 1.0 if np.isclose(m, 0.0) else m / 127.0
    return np.rint(x / scale).astype(np.int8), scale
