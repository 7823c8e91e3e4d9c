# WRONG: a symmetric band: the future inside the window is not blocked; witness: sliding_window_mask(4, 2)
import numpy as np


def sliding_window_mask(T, window):
    i, j = np.indices((T, T))
    return np.abs(i - j) >= window
