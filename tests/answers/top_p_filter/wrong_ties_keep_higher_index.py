# WRONG: ties keep the higher index (reversed ascending sort); witness: top_p_filter(np.array([0.0, 3.0, 3.0]), 0.3)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    if p >= 1:
        return x.copy()
    order = np.argsort(x, kind="stable")[::-1]
    e = np.exp(x - x.max())
    cum = np.cumsum(e[order]) / e.sum()
    keep = order[:np.searchsorted(cum, p) + 1]
    out = np.full(x.shape, -np.inf)
    out[keep] = x[keep]
    return out
