# WRONG: the row is read out of a 64-bit pattern, so columns past 63 are all equal (neighbours must differ)
import numpy as np
def checkerboard(n_rows, n_cols):
    pat = 0xAAAAAAAAAAAAAAAA
    row = np.array([(pat >> j) & 1 for j in range(n_cols)], dtype=int)
    return np.array([row ^ (i & 1) for i in range(n_rows)], dtype=int)
