# WRONG: removes the tail whose mass fits into 1 - p strictly by value from below, with ties dropped from the left; witness: top_p_filter(np.array([0.0, 0.0, 0.0, 0.0, 2.0]), 0.8)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    out = x.copy()
    e = np.exp(x - x.max())
    probs = e / e.sum()
    spare = 1.0 - p
    for i in np.argsort(x, kind="stable")[:-1]:
        if probs[i] > spare:
            break
        spare -= probs[i]
        out[i] = -np.inf
    return out
