# WRONG: scales Q in place, so the caller's array is modified; witness: [q := np.full((2, 4), 2.0), attention(q, np.eye(2, 4), np.eye(2)), q]
import numpy as np


def attention(Q, K, V, mask=None):
    Q = np.asarray(Q)
    Q /= np.sqrt(Q.shape[-1])
    s = Q @ np.swapaxes(K, -1, -2)
    if mask is not None:
        s = np.where(mask, -np.inf, s)
    s = np.exp(s - s.max(-1, keepdims=True))
    return s / s.sum(-1, keepdims=True) @ V
