import numpy as np


def sliding_window_mask(T, window):
    m = np.ones((T, T), dtype=bool)
    for i in range(T):
        m[i, max(0, i - window + 1): i + 1] = False
    return m
