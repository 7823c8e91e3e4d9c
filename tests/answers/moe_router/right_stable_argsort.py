import numpy as np


def moe_router(logits, k):
    idx = np.argsort(-logits, axis=1, kind="stable")[:, :k]
    top = np.take_along_axis(logits, idx, axis=1)
    e = np.exp(top - top[:, :1])
    return idx, e / e.sum(axis=1, keepdims=True)
