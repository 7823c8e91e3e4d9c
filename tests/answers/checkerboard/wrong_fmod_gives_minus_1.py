# WRONG: fmod of a negative difference: below the diagonal -1 instead of 1
import numpy as np
def checkerboard(n_rows, n_cols):
    return np.fmod(np.subtract.outer(-np.arange(n_rows), -np.arange(n_cols)), 2) * 1
