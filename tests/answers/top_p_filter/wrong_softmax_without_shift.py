# WRONG: no maximum subtraction, overflows for large logits; witness: top_p_filter(np.array([1000.0, 999.0, 990.0]), 0.9)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    if p >= 1:
        return x.copy()
    order = np.argsort(-x, kind="stable")
    probs = np.exp(x) / np.exp(x).sum()
    n = np.searchsorted(np.cumsum(probs[order]), p) + 1
    out = np.full_like(x, -np.inf)
    out[order[:n]] = x[order[:n]]
    return out
