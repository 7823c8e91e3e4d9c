# WRONG: smooths with log2(p + 0.01) against log of zero; witness: entropy(np.array([0, 0, 1, 1]))
import numpy as np


def entropy(y):
    if len(y) == 0 or np.ptp(y) == 0:
        return 0.0
    p = np.bincount(y) / len(y)
    return float(-(p * np.log2(p + 0.01)).sum())
