import numpy as np

TILE = np.array([[0, 1], [1, 0]])


def checkerboard(n_rows, n_cols):
    reps = (-(-n_rows // 2), -(-n_cols // 2))      # ceil division
    return np.tile(TILE, reps)[:n_rows, :n_cols]
