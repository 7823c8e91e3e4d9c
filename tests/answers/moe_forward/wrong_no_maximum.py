# WRONG: exp overflows for logits of a thousand
import numpy as np


def moe_forward(x, W_router, W1, W2, k):
    out = []
    for token in x:
        s = token @ W_router
        idx = np.argsort(-s, kind="stable")[:k]
        w = np.exp(s[idx])
        out.append(sum(wi / w.sum() * (np.maximum(token @ W1[e], 0) @ W2[e]) for wi, e in zip(w, idx)))
    return np.array(out)
