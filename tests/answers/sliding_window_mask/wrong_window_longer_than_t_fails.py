# WRONG: a window longer than T fails (T - window entries); witness: sliding_window_mask(3, 5)
import numpy as np


def sliding_window_mask(T, window):
    by_lag = np.repeat([False, True], [window, T - window])
    m = np.ones((T, T), dtype=bool)
    for i in range(T):
        m[i, :i + 1] = by_lag[:i + 1][::-1]
    return m
