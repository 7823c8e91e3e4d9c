# WRONG: the weights of the two sides are exchanged; witness: information_gain(np.array([0, 0, 1, 1, 1]), np.array([True, True, True, True, False]))
import numpy as np


def _h(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log2(1 / p))


def information_gain(y, left):
    n_left = np.count_nonzero(left)
    n = len(y)
    if n_left == 0 or n_left == n:
        return 0.0
    w = n_left / n
    return _h(y) - (1 - w) * _h(y[left]) - w * _h(y[~left])
