# WRONG: i - window + 1 goes negative and counts from the end, so early rows are wrong; witness: sliding_window_mask(4, 3)
import numpy as np


def sliding_window_mask(T, window):
    m = np.ones((T, T), dtype=bool)
    for i in range(T):
        m[i, i - window + 1: i + 1] = False
    return m
