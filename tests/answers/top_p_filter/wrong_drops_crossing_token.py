# WRONG: drops the token that crosses p (keeps only those with cumulative <= p, at least one); witness: top_p_filter(np.log(np.array([0.5, 0.3, 0.2])), 0.6)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    if p >= 1:
        return x.copy()
    order = np.argsort(-x, kind="stable")
    probs = np.exp(x - x.max())
    probs /= probs.sum()
    keep = np.cumsum(probs[order]) <= p
    keep[0] = True
    out = np.full(x.shape, -np.inf)
    out[order[keep]] = x[order[keep]]
    return out
