import functools
import itertools
import math
import numpy as np
from typing import NamedTuple, Optional


class Split(NamedTuple):
    feature: Optional[int]
    threshold: Optional[float]
    gain: float


def _entropy(labels):
    n = len(labels)
    sizes = (len(list(g)) for _, g in itertools.groupby(sorted(labels)))
    return math.fsum(s / n * math.log2(n / s) for s in sizes)


def _candidates(X, y):
    whole = _entropy(y)
    for j in range(X.shape[1]):
        col = X[:, j]
        for lo, hi in itertools.pairwise(sorted(set(col.tolist()))):
            left = col <= lo
            a, b = y[left].tolist(), y[~left].tolist()
            drop = whole - (len(a) * _entropy(a) + len(b) * _entropy(b)) / len(y)
            yield Split(j, 0.5 * (lo + hi), drop)


def best_split(X, y):
    better = lambda best, new: new if new.gain - best.gain > 1e-12 else best
    found = functools.reduce(better, _candidates(np.asarray(X, dtype=float), np.asarray(y)), Split(None, None, 0.0))
    return tuple(found)
