# WRONG: counts labels 0 to C - 1, with C the number of distinct labels; witness: y = [0, 0, 1, 5, 5, 1, 0]
import numpy as np


def _bits(labels, k):
    shares = [np.mean(labels == label) for label in range(k)]
    return -sum(p * np.log2(p) for p in shares if p > 0)


def information_gain(y, left):
    if left.all() or not left.any():
        return 0.0
    k, w = len(np.unique(y)), left.mean()
    return _bits(y, k) - w * _bits(y[left], k) - (1 - w) * _bits(y[~left], k)
