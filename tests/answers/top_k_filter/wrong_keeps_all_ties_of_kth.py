# WRONG: keeps every entry tied with the k-th largest; witness: top_k_filter(np.array([1.0, 2.0, 2.0, 0.0]), 1)
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits, dtype=float)
    if k >= x.size:
        return x.copy()
    kth = np.sort(x)[-k]
    return np.where(x < kth, -np.inf, x)
