# WRONG: an empty vector divides by zero; witness: entropy(np.array([], dtype=int))
import numpy as np


def entropy(y):
    counts = np.bincount(y, minlength=1)
    p = counts / counts.sum()
    p = p[p > 0]
    return float(np.sum(p * np.log2(1.0 / p)))
