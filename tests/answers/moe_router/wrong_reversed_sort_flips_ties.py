# WRONG: reversed ascending sort: ties put the higher index first; witness: moe_router(np.array([[1.0, 5.0, 5.0]]), 2)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    idx = np.argsort(X, axis=1, kind="stable")[:, ::-1][:, :k]
    top = np.take_along_axis(X, idx, axis=1)
    e = np.exp(top - top.max(axis=1, keepdims=True))
    return idx, e / e.sum(axis=1, keepdims=True)
