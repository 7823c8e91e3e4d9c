"""The k best columns of each row

For every row of scores, find the columns of its k largest entries, best first. Where scores are equal, the
lower column comes first, and it is also the one that gets in when only one of the two can.

scores   (n, d)
k        1 <= k <= d
returns  (n, k) integers: in each row, column indices by descending score

    >>> top_k(np.array([[0.1, 0.7, 0.2], [0.4, 0.4, 0.4]]), 2)
    array([[1, 2],
           [0, 1]])

Edge cases: k = d, many equal scores, rows of any length.
"""

import numpy as np


def top_k(scores, k):
    raise NotImplementedError
