"""A checkerboard of zeros and ones

Make a board of the integers 0 and 1 on which neighbors (above, below, left
and right) always differ. The upper left corner, [0, 0], is 0.

n_rows, n_cols   positive ints, not necessarily equal
returns          an array of integers, not floats or booleans, of shape
                 (n_rows, n_cols)

    >>> checkerboard(3, 4)
    array([[0, 1, 0, 1],
           [1, 0, 1, 0],
           [0, 1, 0, 1]])

Edge cases
- one row or column: also a board of a single square
- long sides: a few hundred rows or columns
"""

import numpy as np


def checkerboard(n_rows, n_cols):
    raise NotImplementedError
