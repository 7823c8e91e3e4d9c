"""Min-max scaling per column

Bring every feature to the range from 0 to 1. For column j,

    scaled[:, j] = (X[:, j] - min_j) / (max_j - min_j)

X       (n, d), one sample a row
returns (n, d): in each column the smallest entry is 0 and the largest is 1

    >>> min_max_scale(np.array([[1.0, 100.0], [2.0, 300.0], [3.0, 200.0]]))
    array([[0. , 0. ],
           [0.5, 1. ],
           [1. , 0.5]])

Edge cases: a column whose entries are all equal becomes 0, so a single row becomes zeros; however narrow, a
column that does vary fills the whole range.
"""

import numpy as np


def min_max_scale(X):
    raise NotImplementedError
