# WRONG: int8 coordinates: fails for more than 128 columns
import numpy as np
def checkerboard(n_rows, n_cols):
    a = np.array([i for i in range(n_rows)], dtype=np.int16) ; b = np.array(list(range(n_cols)), dtype=np.int8)
    return np.add.outer(a, b) % 2
