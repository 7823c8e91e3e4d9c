import numpy as np


class _Growing:
    """An array (cap, B, D) that doubles its capacity when full."""

    def __init__(self):
        self.buf, self.n = None, 0

    def push(self, row):
        if self.buf is None:
            self.buf = np.empty((8,) + row.shape, dtype=row.dtype)
        elif self.n == len(self.buf):
            bigger = np.empty((2 * self.n,) + row.shape, dtype=self.buf.dtype)
            bigger[:self.n] = self.buf
            self.buf = bigger
        self.buf[self.n] = row
        self.n += 1

    def view(self):
        return self.buf[:self.n]


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        D = W_q.shape[0]
        self.shape = (n_heads, D // n_heads)
        self.W_qkv = np.concatenate([np.asarray(W, dtype=float) for W in (W_q, W_k, W_v)], axis=1)
        self.W_o = np.array(W_o, dtype=float)
        self.keys, self.values = _Growing(), _Growing()

    def step(self, x):
        x = np.asarray(x, dtype=float)
        q, k, v = np.split(x @ self.W_qkv, 3, axis=1)
        self.keys.push(k)
        self.values.push(v)
        B = x.shape[0]
        q = q.reshape((B,) + self.shape)
        K = self.keys.view().reshape((-1, B) + self.shape)
        V = self.values.view().reshape((-1, B) + self.shape)
        s = np.einsum("bhd,tbhd->bht", q, K) / np.sqrt(self.shape[1])
        w = np.exp(s - s.max(axis=2, keepdims=True))
        w /= w.sum(axis=2, keepdims=True)
        return np.einsum("bht,tbhd->bhd", w, V).reshape(B, -1) @ self.W_o
