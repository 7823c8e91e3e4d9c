# WRONG: as_strided with the item size: wrong for a non-contiguous x
import numpy as np
def sliding_windows(x, size, stride):
    if size > len(x): raise ValueError
    m = (len(x) - size) // stride + 1
    return np.lib.stride_tricks.as_strided(x, (m, size), (stride * x.itemsize, x.itemsize)).copy()
