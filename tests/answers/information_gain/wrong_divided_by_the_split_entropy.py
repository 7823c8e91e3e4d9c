# WRONG: gain ratio, divided by the entropy of the split; witness: information_gain(np.array([0, 0, 1, 1, 1]), np.array([True, True, True, True, False]))
import numpy as np


def _h(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log2(1 / p))


def information_gain(y, left):
    split = _h(left)
    if split == 0:
        return 0.0
    w = np.mean(left)
    return (_h(y) - w * _h(y[left]) - (1 - w) * _h(y[~left])) / split
