# WRONG: tiles a 2x2 block only n // 2 times, so odd sizes are cut short; witness: checkerboard(3, 5)
import numpy as np


def checkerboard(n_rows, n_cols):
    if min(n_rows, n_cols) == 1:
        return np.arange(n_rows * n_cols).reshape(n_rows, n_cols) % 2
    return np.tile(np.array([[0, 1], [1, 0]]), (n_rows // 2, n_cols // 2))
