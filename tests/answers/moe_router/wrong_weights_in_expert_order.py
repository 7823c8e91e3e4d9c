# WRONG: weights scattered in ascending expert order while the indices are descending by logit; witness: moe_router(np.array([[3.0, 1.0, 2.0, 5.0]]), 2)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    idx = np.argsort(-X, axis=1, kind="stable")[:, :k]
    keep = np.zeros(X.shape, dtype=bool)
    np.put_along_axis(keep, idx, True, axis=1)
    top = X[keep].reshape(X.shape[0], k)
    e = np.exp(top - top.max(axis=1, keepdims=True))
    return idx, e / e.sum(axis=1, keepdims=True)
