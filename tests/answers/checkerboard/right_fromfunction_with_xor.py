import numpy as np


def checkerboard(n_rows, n_cols):
    parity = lambda i, j: np.bitwise_and(np.bitwise_xor(i, j), 1)
    return np.fromfunction(parity, (n_rows, n_cols), dtype=np.uint16)
