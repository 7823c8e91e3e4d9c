"""Statistics of each column

Describe a data set feature by feature. Return a dict of six arrays, each with
one number per column:

    mean, std        the mean, and the population standard deviation, which
                     divides by n
    min, max         the smallest and the largest entry
    argmin, argmax   the row of the smallest and of the largest entry, as
                     integers

X        (n, d), one sample per row
returns  a dict with exactly the keys "mean", "std", "min", "max", "argmin"
         and "argmax", each an array of shape (d,)

    >>> stats = column_stats(np.array([[1.0, 5.0], [3.0, 5.0], [8.0, 2.0]]))
    >>> stats["mean"], stats["argmax"]
    (array([4., 4.]), array([2, 0]))

Edge cases
- ties: the first row counts; entries that differ by only 1e-6 do not tie
- one sample: n = 1, with a standard deviation of 0
- one column: d = 1, with arrays of shape (1,)
"""

import numpy as np


def column_stats(X):
    raise NotImplementedError
