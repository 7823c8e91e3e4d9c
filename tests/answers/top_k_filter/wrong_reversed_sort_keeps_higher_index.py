# WRONG: reversed ascending sort keeps the higher index on ties; witness: top_k_filter(np.array([2.0, 2.0, 0.0]), 1)
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits, dtype=float)
    keep = np.argsort(x, kind="stable")[::-1][:k]
    out = np.full(x.shape, -np.inf)
    out[keep] = x[keep]
    return out
