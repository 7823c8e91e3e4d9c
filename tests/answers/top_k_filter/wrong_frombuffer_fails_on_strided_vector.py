# WRONG: the buffer protocol needs contiguous memory, so a strided vector raises; witness: top_k_filter(np.arange(6.0)[::2], 2)
import numpy as np


def top_k_filter(logits, k):
    x = np.frombuffer(logits, dtype=logits.dtype)
    order = np.argsort(-x, kind="stable")
    out = np.full(x.shape, -np.inf)
    out[order[:k]] = x[order[:k]]
    return out
