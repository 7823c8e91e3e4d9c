# WRONG: keeps all tokens as likely as the crossing one, so ties overfill the set; witness: top_p_filter(np.zeros(4), 0.3)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    if p >= 1:
        return x.copy()
    e = np.exp(x - x.max())
    probs = e / e.sum()
    s = np.sort(probs)[::-1]
    cutoff = s[min(np.searchsorted(np.cumsum(s), p), s.size - 1)]
    return np.where(probs >= cutoff, x, -np.inf)
