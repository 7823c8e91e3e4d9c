# WRONG: keeps one token too many when the cumulative probability hits p exactly (cum > p shifted); witness: top_p_filter(np.zeros(4), 0.5)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    order = np.argsort(-x, kind="stable")
    e = np.exp(x[order] - x[order[0]])
    cum = np.cumsum(e / e.sum())
    remove = cum > p
    remove[1:] = remove[:-1].copy()
    remove[0] = False
    out = x.copy()
    out[order[remove]] = -np.inf
    return out
