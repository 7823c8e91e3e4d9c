# WRONG: keeps the k largest distinct values; witness: top_k_filter(np.array([3.0, 3.0, 2.0, 1.0]), 2)
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits, dtype=float)
    best = np.unique(x)[::-1][:k]
    keep = np.isin(x, best)
    return np.where(keep, x, -np.inf)
