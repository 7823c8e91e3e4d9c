# WRONG: steps by the window size, not by stride, whenever the windows would overlap; witness: sliding_windows(np.arange(6.0), 3, 2)
import numpy as np


def sliding_windows(x, size, stride):
    if size > len(x):
        raise ValueError("size > len(x)")
    if stride == 1:
        return np.lib.stride_tricks.sliding_window_view(x, size)
    step = max(size, stride)
    m = (len(x) - size) // step + 1
    return np.array([x[i * step:i * step + size] for i in range(m)])
