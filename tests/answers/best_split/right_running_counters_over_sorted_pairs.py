import math
from collections import Counter
import numpy as np

TOL = 1e-12


def _bits(counts, n):
    return sum(c / n * math.log2(n / c) for c in counts.values() if c)


def best_split(X, y):
    rows = np.asarray(X, dtype=float).tolist()
    labels = np.asarray(y).tolist()
    n = len(labels)
    parent = _bits(Counter(labels), n)
    best = (None, None, 0.0)
    for j in range(len(rows[0])):
        pairs = sorted(zip((r[j] for r in rows), labels))
        left, right = Counter(), Counter(labels)
        for i in range(n - 1):
            value, label = pairs[i]
            left[label] += 1
            right[label] -= 1
            following = pairs[i + 1][0]
            if following == value:
                continue
            k = i + 1
            gain = parent - k / n * _bits(left, k) - (n - k) / n * _bits(right, n - k)
            if gain > best[2] + TOL:
                best = (j, (value + following) / 2, gain)
    return best
