# WRONG: True where attention is allowed (inverted); witness: sliding_window_mask(3, 2)
import numpy as np


def sliding_window_mask(T, window):
    return np.tri(T, dtype=bool) & ~np.tri(T, k=-window, dtype=bool)
