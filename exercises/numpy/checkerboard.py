"""A checkerboard of zeros and ones

Make a board of integers 0 and 1 in which neighbours, above, below and beside each other, always differ. The
upper left corner, [0, 0], is 0.

n_rows, n_cols   positive ints, not necessarily equal
returns          an integer array of shape (n_rows, n_cols)

    >>> checkerboard(3, 4)
    array([[0, 1, 0, 1],
           [1, 0, 1, 0],
           [0, 1, 0, 1]])

Edge cases: a board of one row, of one column, or of one field; integers, neither floats nor booleans.
"""

import numpy as np


def checkerboard(n_rows, n_cols):
    raise NotImplementedError
