# WRONG: the weights come from a softmax over all experts and are not rescaled
import numpy as np


def moe_forward(x, W_router, W1, W2, k):
    s = x @ W_router
    p = np.exp(s - s.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    idx = np.argsort(-s, axis=1, kind="stable")[:, :k]
    out = np.zeros(x.shape)
    for i in range(len(x)):
        for e in idx[i]:
            out[i] += p[i, e] * (np.maximum(x[i] @ W1[e], 0) @ W2[e])
    return out
