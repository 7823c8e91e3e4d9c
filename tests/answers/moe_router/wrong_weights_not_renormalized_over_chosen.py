# WRONG: weights come from the softmax over all experts and are not renormalised over the chosen k; witness: moe_router(np.array([[1.0, 2.0, 3.0]]), 2)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    e = np.exp(X - X.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    idx = np.argsort(-X, axis=1, kind="stable")[:, :k]
    return idx, np.take_along_axis(p, idx, axis=1)
