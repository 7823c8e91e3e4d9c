import numpy as np


def top_p_filter(logits, p):
    logits = np.asarray(logits, dtype=float)
    if p >= 1.0:
        return logits.copy()
    order = np.argsort(-logits, kind="stable")
    probs = np.exp(logits - logits.max())
    probs = probs / probs.sum()
    cum = np.cumsum(probs[order])
    n_keep = np.searchsorted(cum, p) + 1
    out = np.full_like(logits, -np.inf)
    out[order[:n_keep]] = logits[order[:n_keep]]
    return out
