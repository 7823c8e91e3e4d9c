import numpy as np


def gini(y):
    _, counts = np.unique(y, return_counts=True)
    p = counts / max(counts.sum(), 1)
    return np.sum(p * (1 - p))
