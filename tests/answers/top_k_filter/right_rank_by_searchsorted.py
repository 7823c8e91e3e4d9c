import numpy as np


def top_k_filter(logits, k):
    """rank = number of greater entries + number of equal entries before me"""
    x = np.asarray(logits)
    s = np.sort(x)
    greater = x.size - np.searchsorted(s, x, side="right")
    seen = {}
    before = np.empty(x.size, dtype=int)
    for i, v in enumerate(x.tolist()):
        before[i] = seen.get(v, 0)
        seen[v] = before[i] + 1
    return np.select([greater + before < k], [x], default=-np.inf)
