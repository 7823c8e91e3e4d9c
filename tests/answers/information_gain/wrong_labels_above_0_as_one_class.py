# WRONG: treats every label above 0 as one class, right for two classes only; witness: information_gain(np.array([0, 1, 2, 2]), np.array([True, True, False, False]))
import numpy as np


def _h(p):
    if p <= 0 or p >= 1:
        return 0.0
    return -p * np.log2(p) - (1 - p) * np.log2(1 - p)


def information_gain(y, left):
    if left.all() or not left.any():
        return 0.0
    t = np.asarray(y) > 0
    w = left.mean()
    return _h(t.mean()) - w * _h(t[left].mean()) - (1 - w) * _h(t[~left].mean())
