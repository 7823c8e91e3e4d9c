# WRONG: as_strided with the item size as stride, wrong for a non-contiguous x; witness: sliding_windows(np.arange(10.0)[::2], 2, 1)
import numpy as np


def sliding_windows(x, size, stride):
    if size > len(x):
        raise ValueError("size > len(x)")
    m = (len(x) - size) // stride + 1
    b = x.itemsize
    return np.lib.stride_tricks.as_strided(x, (m, size), (b * stride, b))
