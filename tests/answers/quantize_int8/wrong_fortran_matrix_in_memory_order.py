# WRONG: works on the memory order: a Fortran-ordered matrix comes back transposed inside; witness: quantize_int8(np.asfortranarray(np.arange(6.0).reshape(2, 3)))
import numpy as np


def quantize_int8(x):
    flat = np.asarray(x, dtype=float).ravel(order="K")
    m = max(flat.max(), -flat.min())
    scale = m / 127.0 if m > 0 else 1.0
    q = np.array([round(v / scale) for v in flat.tolist()], dtype=np.int8)
    return q.reshape(np.shape(x)), scale
