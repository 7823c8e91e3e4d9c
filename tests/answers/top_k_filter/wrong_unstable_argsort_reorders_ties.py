# WRONG: np.argsort without kind='stable' loses the index order among ties of a long vector; witness: top_k_filter((np.arange(300) * 7 % 5).astype(float), 30)
import numpy as np


def top_k_filter(logits, k):
    out = np.array(logits, dtype=float)
    order = np.argsort(-out)
    out[order[k:]] = -np.inf
    return out
