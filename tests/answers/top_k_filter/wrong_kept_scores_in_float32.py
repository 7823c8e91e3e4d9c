# WRONG: the kept scores are rounded to float32; witness: top_k_filter(np.array([0.1, 0.2]), 1)
import numpy as np


def top_k_filter(logits, k):
    places = np.argsort(-logits, kind="stable")[:k]
    out = np.full(len(logits), -np.inf)
    out[places] = logits[places].astype(np.float32)
    return out
