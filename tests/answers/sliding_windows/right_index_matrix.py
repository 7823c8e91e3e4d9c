import numpy as np


def sliding_windows(x, size, stride):
    n = x.shape[0]
    m = (n - size) // stride + 1
    if size > n:
        raise ValueError("too short")
    idx = stride * np.arange(m)[:, None] + np.arange(size)[None, :]
    return x[idx]
