# WRONG: normalised by the number of classes (base k), in bits only for two; witness: entropy(np.array([0, 1, 2]))
import numpy as np


def entropy(y):
    counts = np.unique(y, return_counts=True)[1]
    k = len(counts)
    if k < 2:
        return 0.0
    p = counts / counts.sum()
    return -np.sum(p * np.log(p)) / np.log(k)
