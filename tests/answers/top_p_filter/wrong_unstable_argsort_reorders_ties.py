# WRONG: np.argsort without kind='stable' loses the index order among ties of a long vector; witness: top_p_filter((np.arange(300) * 7 % 5).astype(float), 0.3)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    if p >= 1:
        return x.copy()
    order = np.argsort(-x)
    e = np.exp(x - x.max())
    cum = np.cumsum(e[order] / e.sum())
    keep = order[:np.searchsorted(cum, p) + 1]
    out = np.full(x.shape, -np.inf)
    out[keep] = x[keep]
    return out
