import numpy as np


def checkerboard(n_rows, n_cols):
    return np.indices((n_rows, n_cols)).sum(axis=0) % 2
