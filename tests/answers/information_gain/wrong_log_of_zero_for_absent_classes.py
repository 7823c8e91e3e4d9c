# WRONG: log of zero for a class that one side lacks; witness: information_gain(np.array([0, 0, 1, 1]), np.array([True, True, False, False]))
import numpy as np


def information_gain(y, left):
    n, k = len(y), int(y.max()) + 1
    if left.all() or not left.any():
        return 0.0

    def h(labels):
        p = np.bincount(labels, minlength=k) / len(labels)
        return -np.nansum(p * np.log2(p))

    w = left.mean()
    return h(y) - w * h(y[left]) - (1 - w) * h(y[~left])
