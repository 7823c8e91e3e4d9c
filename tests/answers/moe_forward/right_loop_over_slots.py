import numpy as np


def relu(z):
    return z * (z > 0)


def moe_forward(x, W_router, W1, W2, k):
    scores = np.dot(x, W_router)
    idx = np.argsort(-scores, axis=-1, kind="mergesort")[:, :k]
    top = scores[np.arange(len(x))[:, None], idx]
    w = np.exp(top - top.max(-1, keepdims=True))
    w = w / w.sum(-1, keepdims=True)
    out = np.zeros_like(x)
    for slot in range(k):
        for i, e in enumerate(idx[:, slot]):
            out[i] += w[i, slot] * (relu(x[i] @ W1[e]) @ W2[e])
    return out
