# WRONG: counts runs without sorting first; witness: gini(np.array([0, 1, 0, 1]))
from itertools import groupby
import numpy as np


def gini(y):
    n = len(y)
    if n == 0:
        return 0.0
    return 1.0 - sum((len(list(g)) / n) ** 2 for _, g in groupby(y))
