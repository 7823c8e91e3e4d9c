# WRONG: the window has one token too many (window before it, not window - 1); witness: sliding_window_mask(4, 2)
import numpy as np


def sliding_window_mask(T, window):
    lag = np.subtract.outer(np.arange(T), np.arange(T))
    return (lag < 0) | (lag > window)
