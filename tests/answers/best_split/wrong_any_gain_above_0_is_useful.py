# WRONG: takes any gain above 0 for useful, also the 1e-16 that rounding leaves where nothing is gained
import math
from collections import Counter

import numpy as np


def bits(labels):
    n = len(labels)
    return math.fsum(c / n * math.log2(n / c) for c in Counter(labels).values())


def best_split(X, y):
    y = y.tolist()
    best = (None, None, 0.0)
    for j in range(X.shape[1]):
        column = X[:, j].tolist()
        values = sorted(set(column))
        for low, high in zip(values, values[1:]):
            left = [label for value, label in zip(column, y) if value <= low]
            right = [label for value, label in zip(column, y) if value > low]
            gain = bits(y) - (len(left) * bits(left) + len(right) * bits(right)) / len(y)
            if gain > best[2] + (1e-12 if best[0] is not None else 0.0):
                best = (j, (low + high) / 2, gain)
    return best
