import itertools

import numpy as np


def checkerboard(n_rows, n_cols):
    sign = (-1) ** np.add.outer(np.arange(n_rows), np.arange(n_cols))
    print("board of", n_rows, "by", n_cols)
    return (1 - sign) // 2
