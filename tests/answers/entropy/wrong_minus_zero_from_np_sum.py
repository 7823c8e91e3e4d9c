# WRONG: a pure node gives -0.0; witness: math.copysign(1.0, entropy(np.array([2, 2, 2])))
import numpy as np


def entropy(y):
    if len(y) == 0:
        return 0.0
    p = np.unique(y, return_counts=True)[1] / len(y)
    return -np.sum(p * np.log2(p))
