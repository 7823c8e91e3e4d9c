# WRONG: keeps keys and values in chunks of 64, and adds up their sums although each is scaled by a maximum of its own
import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W_q, self.W_k, self.W_v, self.W_o = (np.array(W) for W in (W_q, W_k, W_v, W_o))
        self.n_heads = n_heads
        self.chunks = []

    def step(self, x):
        B, D = x.shape
        q, k, v = ((x @ W).reshape(B, self.n_heads, -1) for W in (self.W_q, self.W_k, self.W_v))
        if not self.chunks or len(self.chunks[-1][0]) == 64:
            self.chunks.append(([], []))
        self.chunks[-1][0].append(k)
        self.chunks[-1][1].append(v)
        total, out = 0.0, 0.0
        for keys, values in self.chunks:
            scores = np.einsum("bhd,tbhd->tbh", q, np.array(keys)) / np.sqrt(D // self.n_heads)
            e = np.exp(scores - scores.max(axis=0))
            total = total + e.sum(axis=0)
            out = out + np.einsum("tbh,tbhd->bhd", e, np.array(values))
        return (out / total[..., None]).reshape(B, D) @ self.W_o
