# WRONG: the chosen experts come in ascending expert order, not descending by logit; witness: moe_router(np.array([[0.0, 3.0, 1.0, 5.0, 4.0, 2.0, 6.0]]), 4)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    idx = np.sort(np.argsort(-X, axis=1, kind="stable")[:, :k], axis=1)
    top = np.take_along_axis(X, idx, axis=1)
    e = np.exp(top - top.max(axis=1, keepdims=True))
    return idx, e / e.sum(axis=1, keepdims=True)
