# WRONG: a class seen once is skipped as noise when there are more than eight labels; witness: entropy(np.array([0] * 8 + [1] * 8 + [2]))
import numpy as np


def entropy(y):
    n = len(y)
    if n == 0:
        return 0.0
    counts = np.bincount(y)
    counts = counts[counts > (1 if n > 8 else 0)]
    p = counts / n
    return float(np.sum(p * np.log2(1 / p)))
