# WRONG: the parent's entropy is cached by the number of labels, so it leaks into the next call; witness: (information_gain(np.array([0, 0, 1, 1]), np.array([True, True, False, False])), information_gain(np.array([0, 1, 1, 1]), np.array([True, False, False, False])))
import numpy as np

_parent = {}


def _h(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log2(1 / p))


def information_gain(y, left):
    n = len(y)
    if left.all() or not left.any():
        return 0.0
    if n not in _parent:
        _parent[n] = _h(y)
    w = np.mean(left)
    return _parent[n] - w * _h(y[left]) - (1 - w) * _h(y[~left])
