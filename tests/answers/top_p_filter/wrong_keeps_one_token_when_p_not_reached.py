# WRONG: np.argmax(cum >= p) is 0 when rounding leaves the last cumulative just below p = 1, so one token is kept; witness: top_p_filter(np.zeros(10), 1.0)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    order = np.argsort(-x, kind="stable")
    e = np.exp(x - x.max())
    cum = np.cumsum(e[order] / e.sum())
    last = np.argmax(cum >= p)
    out = np.full_like(x, -np.inf)
    keep = order[:last + 1]
    out[keep] = x[keep]
    return out
