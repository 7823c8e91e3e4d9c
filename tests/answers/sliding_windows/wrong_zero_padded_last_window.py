# WRONG: keeps a last, zero-padded window that is not full; witness: sliding_windows(np.arange(6.0), 3, 2)
import numpy as np


def sliding_windows(x, size, stride):
    if size > len(x):
        raise ValueError("size > len(x)")
    m = -(-(len(x) - size) // stride) + 1
    padded = np.concatenate([x, np.zeros(stride)])
    return np.array([padded[i * stride:i * stride + size] for i in range(m)])
