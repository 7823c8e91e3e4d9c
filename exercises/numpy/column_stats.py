"""Statistics of each column

Describe a data set feature by feature: a dict with six arrays, one number for each column.

    mean, std       the mean, and the population standard deviation (divide by n)
    min, max        the smallest and the largest entry
    argmin, argmax  the rows in which these stand: integers, the first row where there is a tie

X        (n, d), one sample a row
returns  a dict with exactly the keys "mean", "std", "min", "max", "argmin" and "argmax", each of shape (d,)

    >>> stats = column_stats(np.array([[1.0, 5.0], [3.0, 5.0], [8.0, 2.0]]))
    >>> stats["mean"], stats["argmax"]
    (array([4., 4.]), array([2, 0]))

Edge cases: a single sample has a deviation of 0.
"""

import numpy as np


def column_stats(X):
    raise NotImplementedError
