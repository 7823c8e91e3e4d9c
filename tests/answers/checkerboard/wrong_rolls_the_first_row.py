# WRONG: shifts the first row cyclically, which breaks for an odd number of columns; witness: checkerboard(2, 3)
import numpy as np


def checkerboard(n_rows, n_cols):
    row = np.arange(n_cols) % 2
    return np.array([np.roll(row, i) if n_cols > 1 else np.array([i % 2]) for i in range(n_rows)])
