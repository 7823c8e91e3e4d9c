# WRONG: children averaged without weights; witness: information_gain(np.array([0, 0, 1, 1, 1]), np.array([True, True, True, True, False]))
import numpy as np


def _h(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log2(1 / p))


def information_gain(y, left):
    if left.all() or not left.any():
        return 0.0
    return _h(y) - 0.5 * (_h(y[left]) + _h(y[~left]))
