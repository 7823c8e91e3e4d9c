# WRONG: entropy in nats; witness: information_gain(np.array([0, 0, 1, 1]), np.array([True, True, False, False]))
import numpy as np


def _h(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log(1 / p))


def information_gain(y, left):
    parts = [part for part in (y[left], y[~left]) if part.size]
    if len(parts) < 2:
        return 0.0
    return _h(y) - sum(len(p) * _h(p) for p in parts) / len(y)
