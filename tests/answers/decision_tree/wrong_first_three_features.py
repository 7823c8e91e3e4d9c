# WRONG: tries the first three features only
import numpy as np


def _bits(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return np.sum(p * np.log2(1 / p))


def _split(X, y):
    best, bar = None, 1e-12
    for j, column in enumerate(X.T[:3]):
        values = np.unique(column)
        for low, high in zip(values[:-1], values[1:]):
            left = column <= low
            gain = _bits(y) - left.mean() * _bits(y[left]) - (1 - left.mean()) * _bits(y[~left])
            if gain > bar:
                best, bar = (j, (low + high) / 2), gain
    return best


def decision_tree(X_train, y_train, X, max_depth):
    split = _split(X_train, y_train) if max_depth else None
    if split is None:
        return np.full(len(X), np.bincount(y_train).argmax())
    j, threshold = split
    grows, asks, out = X_train[:, j] <= threshold, X[:, j] <= threshold, np.empty(len(X), dtype=int)
    for train, rows in ((grows, asks), (~grows, ~asks)):
        out[rows] = decision_tree(X_train[train], y_train[train], X[rows], max_depth - 1)
    return out
