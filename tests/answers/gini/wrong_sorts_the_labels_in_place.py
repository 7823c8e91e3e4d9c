# WRONG: sorts the caller's labels; witness: (lambda y: (gini(y), y))(np.array([3, 1, 2, 1]))
import numpy as np


def gini(y):
    y = np.asarray(y)
    y.sort()
    n = len(y)
    if n == 0:
        return 0.0
    starts = np.r_[0, np.flatnonzero(y[1:] != y[:-1]) + 1, n]
    return 1.0 - np.sum((np.diff(starts) / n) ** 2)
