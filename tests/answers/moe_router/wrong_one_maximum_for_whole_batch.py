# WRONG: one maximum for the whole batch, so rows far below it underflow to 0/0; witness: moe_router(np.array([[1000.0, 999.0], [0.0, 1.0]]), 2)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    idx = np.argsort(-X, axis=1, kind="stable")[:, :k]
    top = np.take_along_axis(X, idx, axis=1)
    e = np.exp(top - top.max())
    return idx, e / e.sum(axis=1, keepdims=True)
