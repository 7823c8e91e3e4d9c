# WRONG: bincount, fails for negative labels; witness: gini(np.array([-1, 1, 1, -1]))
import numpy as np


def gini(y):
    if len(y) == 0:
        return 0.0
    p = np.bincount(y) / len(y)
    return 1.0 - np.sum(p ** 2)
