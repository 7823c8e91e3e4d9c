# WRONG: m = len // stride - size // stride + 1 counts one window too many for some lengths; witness: sliding_windows(np.arange(6.0), 3, 2)
import numpy as np


def sliding_windows(x, size, stride):
    if size > len(x):
        raise ValueError("size > len(x)")
    m = len(x) // stride - size // stride + 1
    idx = stride * np.arange(m)[:, None] + np.arange(size)
    return np.take(x, idx, mode="clip")
