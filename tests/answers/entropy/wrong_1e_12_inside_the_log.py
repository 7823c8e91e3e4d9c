# WRONG: log2(p + 1e-12) makes a pure node -1.4e-12; witness: entropy(np.array([3, 3, 3]))
import numpy as np


def entropy(y):
    if y.size == 0:
        return 0.0
    p = np.bincount(y) / y.size
    return float(-np.dot(p, np.log2(p + 1e-12)))
