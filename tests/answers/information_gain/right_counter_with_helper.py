import math
from collections import Counter
import numpy as np


def _bits(labels):
    n = len(labels)
    return sum(c / n * math.log2(n / c) for c in Counter(labels).values())


def information_gain(y, left):
    whole = np.asarray(y).tolist()
    a = [t for t, m in zip(whole, left) if m]
    b = [t for t, m in zip(whole, left) if not m]
    if not a or not b:
        return 0.0
    n = len(whole)
    return _bits(whole) - len(a) / n * _bits(a) - len(b) / n * _bits(b)
