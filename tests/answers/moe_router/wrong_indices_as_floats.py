# WRONG: indices come out as floats (packed into one array with the weights); witness: moe_router(np.array([[3.0, 1.0, 2.0]]), 2)[0].dtype.kind
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=float)
    packed = np.empty((2, X.shape[0], k))
    packed[0] = np.argsort(-X, axis=1, kind="stable")[:, :k]
    top = np.sort(X, axis=1)[:, ::-1][:, :k]
    e = np.exp(top - top[:, :1])
    packed[1] = e / e.sum(axis=1, keepdims=True)
    return packed[0], packed[1]
