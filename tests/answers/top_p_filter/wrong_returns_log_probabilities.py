# WRONG: returns renormalised log-probabilities for the kept tokens instead of their logits; witness: top_p_filter(np.array([1.0, 2.0, 3.0]), 0.8)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    lp = x - x.max()
    lp = lp - np.log(np.exp(lp).sum())
    order = np.argsort(-x, kind="stable")
    cum = np.cumsum(np.exp(lp[order]))
    n = x.size if p >= 1 else np.searchsorted(cum, p) + 1
    out = np.full(x.shape, -np.inf)
    out[order[:n]] = lp[order[:n]]
    return out
