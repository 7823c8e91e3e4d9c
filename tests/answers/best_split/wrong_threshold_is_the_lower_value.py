# WRONG: the threshold is the lower neighbour, not the midpoint; witness: best_split(np.array([[0.0], [1.0]]), np.array([0, 1]))
import numpy as np


def _entropy(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return float(np.sum(p * np.log2(1.0 / p)))


def best_split(X, y):
    X = np.asarray(X, dtype=float)
    parent = _entropy(y)
    best = (None, None, 0.0)
    for j in range(X.shape[1]):
        values = np.unique(X[:, j])
        for lo, hi in zip(values[:-1], values[1:]):
            threshold = lo
            left = X[:, j] <= threshold
            w = left.mean()
            gain = parent - w * _entropy(y[left]) - (1 - w) * _entropy(y[~left])
            if gain > best[2] + 1e-12:
                best = (j, threshold, gain)
    return best
