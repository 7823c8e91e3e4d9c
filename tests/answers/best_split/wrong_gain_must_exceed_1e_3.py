# WRONG: a gain below 1e-3 counts as no useful split; witness: best_split(np.repeat([0.0, 1.0], 40)[:, None], np.array(([0] * 20 + [1] * 20) + ([0] * 19 + [1] * 21)))
import numpy as np


def _entropy(counts):
    n = counts.sum()
    p = counts[counts > 0] / n
    return float(np.sum(p * np.log2(1.0 / p)))


def best_split(X, y):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    k = int(np.max(y)) + 1
    total = np.bincount(y, minlength=k)
    parent = _entropy(total)
    best = (None, None, 0.0)
    for j in range(d):
        order = np.argsort(X[:, j], kind="stable")
        x, t = X[order, j], y[order]
        left = np.zeros(k)
        for i in range(n - 1):
            left[t[i]] += 1
            if x[i] == x[i + 1]:
                continue
            right = total - left
            w = (i + 1) / n
            gain = parent - w * _entropy(left) - (1 - w) * _entropy(right)
            if gain > 1e-3 and gain > best[2] + 1e-12:
                best = (j, (x[i] + x[i + 1]) / 2, gain)
    return best
