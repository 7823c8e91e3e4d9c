import math
from collections import Counter
import numpy as np


def entropy(y):
    n = len(y)
    h = 0.0
    for c in Counter(np.asarray(y).tolist()).values():
        h += c / n * math.log2(n / c)
    return h
