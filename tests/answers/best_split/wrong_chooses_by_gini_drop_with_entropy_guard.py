# WRONG: the split is chosen by the Gini impurity and only its gain is reported in bits; witness: best_split(*(lambda r: (r.integers(0, 6, (30, 3)).astype(float), r.integers(0, 4, 30)))(np.random.default_rng(0)))
import numpy as np


def _entropy(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return float(np.sum(p * np.log2(1.0 / p)))



def _gini(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return 1.0 - float(np.sum(p * p))


def best_split(X, y):
    X = np.asarray(X, dtype=float)
    parent = _entropy(y)
    best, score = (None, None, 0.0), 0.0
    for j in range(X.shape[1]):
        values = np.unique(X[:, j])
        for lo, hi in zip(values[:-1], values[1:]):
            threshold = (lo + hi) / 2
            left = X[:, j] <= threshold
            w = left.mean()
            gain = parent - w * _entropy(y[left]) - (1 - w) * _entropy(y[~left])
            drop = _gini(y) - w * _gini(y[left]) - (1 - w) * _gini(y[~left])
            if gain > 1e-12 and drop > score + 1e-12:
                best, score = (j, threshold, gain), drop
    return best
