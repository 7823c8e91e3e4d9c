# WRONG: unsigned arithmetic: i + 1 - window wraps around in the first window - 1 rows, which are blocked everywhere; witness: sliding_window_mask(3, 2)
import numpy as np


def sliding_window_mask(T, window):
    i = np.arange(T, dtype=np.uint32)[:, None]
    j = np.arange(T, dtype=np.uint32)[None, :]
    start = i + np.uint32(1) - np.uint32(window)
    return (j > i) | (j < start)
