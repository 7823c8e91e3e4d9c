# WRONG: puts 0 in the last row's first cell instead of at [0, 0], so boards with an even number of rows start with 1; witness: checkerboard(4, 3)
import numpy as np


def checkerboard(n_rows, n_cols):
    r = np.arange(n_rows)[::-1, None]
    c = np.arange(n_cols)[None, :]
    return (r + c) % 2
