import math
from collections import Counter
import numpy as np


def _bits(counts, n):
    return sum(c / n * math.log2(n / c) for c in counts.values() if c)


def _best(rows, labels):
    n = len(labels)
    parent = _bits(Counter(labels), n)
    best, gain_best = None, 0.0
    for j in range(len(rows[0])):
        order = sorted(range(n), key=lambda i: rows[i][j])
        left, right = Counter(), Counter(labels)
        for k, (i, nxt) in enumerate(zip(order, order[1:]), start=1):
            left[labels[i]] += 1
            right[labels[i]] -= 1
            a, b = rows[i][j], rows[nxt][j]
            if a < b:
                gain = parent - k / n * _bits(left, k) - (n - k) / n * _bits(right, n - k)
                if gain > gain_best + 1e-12:
                    best, gain_best = (j, (a + b) / 2), gain
    return best


def _grow(rows, labels, depth):
    counts = Counter(labels)
    leaf = min(counts, key=lambda c: (-counts[c], c))
    if depth == 0 or len(counts) == 1:
        return leaf
    split = _best(rows, labels)
    if split is None:
        return leaf
    j, t = split
    sides = ([i for i, r in enumerate(rows) if r[j] <= t], [i for i, r in enumerate(rows) if r[j] > t])
    kids = [_grow([rows[i] for i in s], [labels[i] for i in s], depth - 1) for s in sides]
    return (j, t, *kids)


def _walk(tree, row):
    while isinstance(tree, tuple):
        j, t, low, high = tree
        tree = low if row[j] <= t else high
    return tree


def decision_tree(X_train, y_train, X, max_depth):
    tree = _grow(np.asarray(X_train, float).tolist(), [int(v) for v in y_train], max_depth)
    return np.array([_walk(tree, r) for r in np.asarray(X, float).tolist()], dtype=int)
