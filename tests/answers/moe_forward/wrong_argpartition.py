# WRONG: np.argpartition picks any of the tied experts
import numpy as np


def moe_forward(x, W_router, W1, W2, k):
    s = x @ W_router
    idx = np.argpartition(s, -k, axis=1)[:, -k:]
    top = np.take_along_axis(s, idx, axis=1)
    w = np.exp(top - top.max(1, keepdims=True))
    w /= w.sum(1, keepdims=True)
    y = np.einsum("nef,efd->ned", np.maximum(np.einsum("nd,edf->nef", x, W1), 0), W2)
    return (w[..., None] * np.take_along_axis(y, idx[..., None], axis=1)).sum(1)
