# WRONG: the choice and order come from the probabilities, which tie at 0 after underflow; witness: moe_router(np.array([[0.0, -2000.0, -1000.0]]), 2)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    p = np.exp(X - X.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    idx = np.argsort(-p, axis=1, kind="stable")[:, :k]
    w = np.take_along_axis(p, idx, axis=1)
    return idx, w / w.sum(axis=1, keepdims=True)
