# WRONG: a tie within one feature goes to the higher threshold; witness: best_split(np.array([[0.0], [1.0], [2.0]]), np.array([0, 1, 0]))
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
            if gain > 1e-12 and (gain > best[2] + 1e-12 or (j == best[0] and gain > best[2] - 1e-12)):
                best = (j, (x[i] + x[i + 1]) / 2, gain)
    return best
