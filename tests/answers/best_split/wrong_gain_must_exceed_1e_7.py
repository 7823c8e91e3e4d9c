# WRONG: refuses gains up to 1e-7; witness: a third of 3 against 100 of 299
import numpy as np


def _bits(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log2(1 / p))


def best_split(X, y):
    best, bar = (None, None, 0.0), 1e-7
    for j, column in enumerate(X.T):
        values = np.unique(column)
        for low, high in zip(values[:-1], values[1:]):
            left = column <= low
            gain = _bits(y) - left.mean() * _bits(y[left]) - (1 - left.mean()) * _bits(y[~left])
            if gain > bar:
                best, bar = (j, (low + high) / 2, gain), gain
    return best
