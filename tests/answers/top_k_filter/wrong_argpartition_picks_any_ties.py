# WRONG: np.argpartition leaves the choice among ties to the algorithm; witness: top_k_filter(np.r_[np.zeros(20), 1.0, np.zeros(20)], 5)
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits, dtype=float)
    if k >= x.size:
        return x.copy()
    keep = np.argpartition(-x, k - 1)[:k]
    out = np.full(x.shape, -np.inf)
    out[keep] = x[keep]
    return out
