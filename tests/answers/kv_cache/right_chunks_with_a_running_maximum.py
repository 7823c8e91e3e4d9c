import numpy as np


class CachedAttention:
    # keys and values live in sealed chunks; a step merges the chunks with a running max and sum
    CHUNK = 64

    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.Wq, self.Wk, self.Wv, self.Wo = (np.array(W) for W in (W_q, W_k, W_v, W_o))
        self.h = n_heads
        self.chunks = []
        self.fill = self.CHUNK

    def step(self, x):
        B, D = x.shape
        dk = D // self.h
        q, k, v = ((x @ W).reshape(B, self.h, dk) for W in (self.Wq, self.Wk, self.Wv))
        if self.fill == self.CHUNK:
            self.chunks.append((np.zeros((B, self.h, self.CHUNK, dk)), np.zeros((B, self.h, self.CHUNK, dk))))
            self.fill = 0
        self.chunks[-1][0][:, :, self.fill] = k
        self.chunks[-1][1][:, :, self.fill] = v
        self.fill += 1
        m = np.full((B, self.h), -np.inf)
        l = np.zeros((B, self.h))
        o = np.zeros((B, self.h, dk))
        for n, (K, V) in enumerate(self.chunks):
            used = self.fill if n == len(self.chunks) - 1 else self.CHUNK
            s = (K[:, :, :used] @ q[..., None])[..., 0] / np.sqrt(dk)
            new = np.maximum(m, s.max(-1))
            p = np.exp(s - new[..., None])
            a = np.exp(m - new)
            l = l * a + p.sum(-1)
            o = o * a[..., None] + (p[..., None, :] @ V[:, :, :used])[..., 0, :]
            m = new
        return (o / l[..., None]).reshape(B, D) @ self.Wo
