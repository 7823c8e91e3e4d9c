# WRONG: depth is counted over all splits made so far, so the right subtree is starved; witness: decision_tree(np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 1, 2, 3]), np.array([[0.0], [1.0], [2.0], [3.0]]), 2)
import numpy as np


def _entropy(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return float(np.sum(p * np.log2(1.0 / p)))


def _best_split(X, y):
    parent = _entropy(y)
    best = (None, None, 0.0)
    for j in range(X.shape[1]):
        values = np.unique(X[:, j])
        for lo, hi in zip(values[:-1], values[1:]):
            threshold = (lo + hi) / 2
            left = X[:, j] <= threshold
            w = left.mean()
            gain = parent - w * _entropy(y[left]) - (1 - w) * _entropy(y[~left])
            if gain > best[2] + 1e-12:
                best = (j, threshold, gain)
    return best


def _leaf(y):
    labels, counts = np.unique(y, return_counts=True)
    return int(labels[np.argmax(counts)])


def _grow(X, y, made, max_depth):
    if made[0] >= max_depth or len(np.unique(y)) == 1:
        return _leaf(y)
    j, t, _ = _best_split(X, y)
    if j is None:
        return _leaf(y)
    made[0] += 1
    left = X[:, j] <= t
    return j, t, _grow(X[left], y[left], made, max_depth), _grow(X[~left], y[~left], made, max_depth)


def _predict(tree, x):
    while isinstance(tree, tuple):
        j, t, low, high = tree
        tree = low if x[j] <= t else high
    return tree


def decision_tree(X_train, y_train, X, max_depth):
    tree = _grow(np.asarray(X_train, dtype=float), np.asarray(y_train), [0], max_depth)
    return np.array([_predict(tree, x) for x in np.asarray(X, dtype=float)], dtype=int)
