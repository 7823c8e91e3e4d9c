import numpy as np


def entropy(y):
    counts = np.unique(y, return_counts=True)[1]
    if counts.size <= 1:
        return 0.0
    p = counts / counts.sum()
    return -np.sum(p * np.log2(p))
