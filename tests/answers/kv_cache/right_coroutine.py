import numpy as np


def _session(W_q, W_k, W_v, W_o, H):
    """A coroutine that owns the cache."""
    K, V = [], []
    y = None
    while True:
        x = yield y
        B, D = x.shape
        K.append((x @ W_k).reshape(B * H, D // H))
        V.append((x @ W_v).reshape(B * H, D // H))
        q = (x @ W_q).reshape(B * H, D // H) / np.sqrt(D // H)
        s = np.einsum("ie,tie->it", q, np.array(K))
        w = np.exp(s - s.max(axis=1, keepdims=True))
        y = np.einsum("it,tie->ie", w / w.sum(axis=1, keepdims=True), np.array(V)).reshape(B, D) @ W_o


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self._gen = _session(W_q, W_k, W_v, W_o, n_heads)
        next(self._gen)

    def step(self, x):
        return self._gen.send(x)
