import numpy as np


def sliding_window_mask(T, window):
    i = np.arange(T)[:, None]
    j = np.arange(T)
    return (j > i) | (j <= i - window)
