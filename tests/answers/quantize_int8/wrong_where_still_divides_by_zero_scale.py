# WRONG: np.where evaluates x / 0 for an all-zero tensor (RuntimeWarning); witness: quantize_int8(np.zeros(3))
import numpy as np


def quantize_int8(x):
    x = np.asarray(x, dtype=float)
    scale = np.abs(x).max() / 127.0
    q = np.where(scale > 0, np.rint(x / scale), 0.0)
    q = np.nan_to_num(q).astype(np.int8)
    return q, (scale if scale > 0 else 1.0)
