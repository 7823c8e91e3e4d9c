import itertools
import math
import numpy as np


def _entropy(labels):
    n = len(labels)
    runs = (len(list(g)) for _, g in itertools.groupby(sorted(labels)))
    return math.fsum(s / n * math.log2(n / s) for s in runs)


def _splits(data):
    whole = _entropy([t for _, t in data])
    for j in range(len(data[0][0])):
        levels = sorted({x[j] for x, _ in data})
        for lo, hi in zip(levels, levels[1:]):
            low = [t for x, t in data if x[j] <= lo]
            high = [t for x, t in data if x[j] > lo]
            yield whole - (len(low) * _entropy(low) + len(high) * _entropy(high)) / len(data), j, lo, hi


def _compile(data, depth):
    """Returns the (sub)tree as a function of one row."""
    labels = sorted(t for _, t in data)
    answer = max(dict.fromkeys(labels), key=labels.count)   # first maximum = smaller label
    best = None
    if depth > 0 and labels[0] != labels[-1]:
        for cand in _splits(data):
            if cand[0] > (best[0] if best else 0.0) + 1e-12:
                best = cand
    match best:
        case None:
            return lambda row: answer
        case (_, j, lo, hi):
            cut = (lo + hi) / 2
            low = _compile([p for p in data if p[0][j] <= lo], depth - 1)
            high = _compile([p for p in data if p[0][j] > lo], depth - 1)
            return lambda row: (low if row[j] <= cut else high)(row)


def decision_tree(X_train, y_train, X, max_depth):
    data = [(tuple(map(float, x)), int(t)) for x, t in zip(np.asarray(X_train), y_train)]
    predict = _compile(data, max_depth)
    return np.array([predict([float(v) for v in row]) for row in np.asarray(X)], dtype=int)
