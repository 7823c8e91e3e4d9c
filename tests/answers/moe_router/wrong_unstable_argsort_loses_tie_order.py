# WRONG: np.argsort without kind='stable' loses the index order among ties when there are many experts; witness: moe_router((np.arange(300) * 7 % 5).astype(float)[None, :], 30)
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    idx = np.argsort(-X, axis=1)[:, :k]
    top = np.take_along_axis(X, idx, axis=1)
    e = np.exp(top - top[:, :1])
    return idx, e / e.sum(axis=1, keepdims=True)
