# WRONG: numbers the cells in reading order, so neighbours below are equal when n_cols is even; witness: checkerboard(3, 4)
import numpy as np


def checkerboard(n_rows, n_cols):
    return np.arange(n_rows * n_cols).reshape(n_rows, n_cols) % 2
