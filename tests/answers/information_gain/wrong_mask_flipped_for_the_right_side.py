# WRONG: flips the caller's mask in place for the right side; witness: (lambda m: (information_gain(np.array([0, 0, 1, 1, 1]), m), m))(np.array([True, True, True, True, False]))
import numpy as np


def _h(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log2(1 / p))


def information_gain(y, left):
    n = len(y)
    if left.all() or not left.any():
        return 0.0
    a = y[left]
    b = y[np.logical_not(left, out=left)]
    return _h(y) - len(a) / n * _h(a) - len(b) / n * _h(b)
