# WRONG: breaks ties by subtracting 1e-9 * index, which reorders entries that differ by less; witness: top_k_filter(np.array([0.0, 1.0, 1.0 + 1e-10]), 1)
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits, dtype=float)
    keyed = x - 1e-9 * np.arange(x.size)
    keep = np.argsort(-keyed, kind="stable")[:k]
    out = np.full_like(x, -np.inf)
    out[keep] = x[keep]
    return out
