"""Min-max scaling per column

Scale every feature to the range from 0 to 1. For column j,

    scaled[:, j] = (X[:, j] - min_j) / (max_j - min_j)

X        (n, d), one sample per row
returns  an array (n, d): in each column the smallest entry is 0, and the
         largest is 1

    >>> min_max_scale(np.array([[1.0, 100.0], [2.0, 300.0], [3.0, 200.0]]))
    array([[0. , 0. ],
           [0.5, 1. ],
           [1. , 0.5]])

Edge cases
- constant columns: a column whose entries are all equal becomes 0
- one row: every column is constant, so the row becomes zeros
- far from zero: a column of large values that are close together, such as
  (1.7e9, 1.7e9 + 60, 1.7e9 + 90), fills the range from 0 to 1 as well
"""

import numpy as np


def min_max_scale(X):
    raise NotImplementedError
