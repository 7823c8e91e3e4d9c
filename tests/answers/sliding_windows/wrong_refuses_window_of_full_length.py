# WRONG: also refuses size == len(x), which is one full window; witness: sliding_windows(np.arange(3.0), 3, 1)
import numpy as np


def sliding_windows(x, size, stride):
    if size >= len(x):
        raise ValueError("size must be smaller than len(x)")
    m = (len(x) - size) // stride + 1
    return np.array([x[i * stride:i * stride + size] for i in range(m)])
