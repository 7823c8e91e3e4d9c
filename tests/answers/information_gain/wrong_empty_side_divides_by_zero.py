# WRONG: an empty side divides by zero; witness: information_gain(np.array([0, 1, 1]), np.array([True, True, True]))
import numpy as np


def _h(y):
    p = np.bincount(y) / np.float64(len(y))
    p = p[p != 0]
    return np.mean(np.log2(1 / np.repeat(p, np.bincount(y)[np.bincount(y) > 0])))


def information_gain(y, left):
    w = np.mean(left)
    return _h(y) - w * _h(y[left]) - (1 - w) * _h(y[~left])
