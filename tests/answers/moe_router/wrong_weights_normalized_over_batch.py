# WRONG: the weights are normalised over the batch axis; witness: moe_router(np.array([[1.0, 2.0, 0.0], [5.0, 1.0, 3.0]]), 2)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    idx = np.argsort(-X, axis=1, kind="stable")[:, :k]
    top = np.take_along_axis(X, idx, axis=1)
    e = np.exp(top - top.max(axis=1, keepdims=True))
    return idx, e / e.sum(axis=0)
