# WRONG: aligned at the last field: 0 at [-1,-1], so [0,0] is 1 when n_rows + n_cols is odd
import numpy as np
def checkerboard(n_rows, n_cols):
    i, j = np.indices((n_rows, n_cols))
    return ((n_rows - 1 - i) + (n_cols - 1 - j)) % 2
