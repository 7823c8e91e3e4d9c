"""Rows of unit length

Scale each row of a matrix to Euclidean length 1, as for cosine similarity:

    x_i / |x_i|,    |x_i| = sqrt(sum_k x_ik^2)

A row of zeros has no direction. It stays zero.

X        (n, d)
returns  an array (n, d)

    >>> normalize_rows(np.array([[3.0, 4.0], [0.0, 0.0], [0.0, -2.0]]))
    array([[ 0.6,  0.8],
           [ 0. ,  0. ],
           [ 0. , -1. ]])

Edge cases
- zero rows: they stay zero and never become NaN
- one row or column: n = 1; with d = 1 every entry becomes 1, -1 or 0
"""

import numpy as np


def normalize_rows(X):
    raise NotImplementedError
