# WRONG: k greater than V raises (kth out of bounds); witness: top_k_filter(np.array([1.0, 2.0]), 5)
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits, dtype=float)
    if k == x.size:
        return x.copy()
    t = np.partition(x, x.size - k)[x.size - k]
    above = x > t
    at = x == t
    return np.where(above | (at & (np.cumsum(at) <= k - above.sum())), x, -np.inf)
