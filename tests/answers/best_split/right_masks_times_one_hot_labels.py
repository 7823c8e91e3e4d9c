import numpy as np


def _entropy_rows(counts):
    size = counts.sum(axis=1, keepdims=True)
    p = counts / size
    return -np.sum(p * np.log2(np.where(p > 0, p, 1.0)), axis=1)


def best_split(X, y):
    X = np.asarray(X, dtype=np.float64)
    onehot = np.equal.outer(np.asarray(y), np.unique(y)).astype(float)
    total = onehot.sum(axis=0, keepdims=True)
    n = X.shape[0]
    parent = _entropy_rows(total)[0]
    winner = [None, None, 0.0]
    for j, column in enumerate(X.T):
        values = np.unique(column)
        if values.size < 2:
            continue
        thresholds = values[:-1] + np.diff(values) / 2
        mask = column[None, :] <= values[:-1, None]   # same sets as x <= threshold
        counts = mask.astype(float) @ onehot
        weight = mask.mean(axis=1)
        gains = parent - weight * _entropy_rows(counts) - (1 - weight) * _entropy_rows(total - counts)
        i = int(np.flatnonzero(gains >= gains.max() - 1e-12)[0])
        if gains[i] > winner[2] + 1e-12:
            winner = [j, float(thresholds[i]), float(gains[i])]
    return winner
