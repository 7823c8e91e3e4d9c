# WRONG: no error for a window longer than x, an empty (0, size) comes out; witness: sliding_windows(np.arange(3.0), 5, 1)
import numpy as np


def sliding_windows(x, size, stride):
    m = max((len(x) - size) // stride + 1, 0)
    idx = stride * np.arange(m)[:, None] + np.arange(size)
    return x[idx]
