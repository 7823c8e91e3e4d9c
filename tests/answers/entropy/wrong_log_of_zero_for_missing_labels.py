# WRONG: a gap in the labels takes the logarithm of zero; witness: entropy(np.array([0, 2, 2]))
import numpy as np


def entropy(y):
    if len(y) == 0:
        return 0.0
    p = np.bincount(y) / len(y)
    return float(np.sum(-p * np.log2(p))) + 0.0
