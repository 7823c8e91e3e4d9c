import itertools
import numpy as np


def gini(y):
    """Chance that two draws with replacement differ."""
    if not len(y):
        return 0.0
    runs = [sum(1 for _ in g) for _, g in itertools.groupby(sorted(int(v) for v in y))]
    same = sum(c * c for c in runs)
    return (len(y) ** 2 - same) / len(y) ** 2
