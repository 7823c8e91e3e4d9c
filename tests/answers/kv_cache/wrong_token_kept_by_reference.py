# WRONG: the newest token is kept by reference and only projected into the cache at the next step, after the caller may have overwritten the buffer; witness: [c := CachedAttention(*[np.eye(2)] * 4, 1), x := np.array([[1.0, 0.0]]), c.step(x), x.fill(0.0), c.step(x)][4]
import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W_q, self.W_k, self.W_v, self.W_o, self.H = W_q, W_k, W_v, W_o, n_heads
        self.pending = None
        self.K, self.V = [], []

    def _flush(self):
        if self.pending is not None:
            self.K.append(self.pending @ self.W_k)
            self.V.append(self.pending @ self.W_v)

    def step(self, x):
        self._flush()
        self.pending = x
        B, D = x.shape
        split = lambda a: np.asarray(a).reshape(-1, B, self.H, D // self.H)
        K = split(self.K + [x @ self.W_k])
        V = split(self.V + [x @ self.W_v])
        q = split(x @ self.W_q)[0]
        s = np.einsum("bhd,tbhd->bht", q, K) / np.sqrt(D // self.H)
        w = np.exp(s - s.max(-1, keepdims=True))
        w = w / w.sum(-1, keepdims=True)
        return np.einsum("bht,tbhd->bhd", w, V).reshape(B, D) @ self.W_o
