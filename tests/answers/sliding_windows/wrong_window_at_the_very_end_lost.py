# WRONG: range ends one too early, the window that ends exactly with x is lost; witness: sliding_windows(np.arange(5.0), 3, 2)
import numpy as np


def sliding_windows(x, size, stride):
    if size > len(x):
        raise ValueError("size > len(x)")
    if size == len(x):
        return x[None, :].copy()
    return np.array([x[i:i + size] for i in range(0, len(x) - size, stride)])
