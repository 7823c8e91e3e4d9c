import numpy as np


def top_k_filter(logits, k):
    order = np.argsort(-logits, kind="stable")
    out = logits.copy()
    out[order[k:]] = -np.inf
    return out
