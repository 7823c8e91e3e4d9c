# WRONG: a fixed capacity of 256 tokens (IndexError after that); witness: (c := CachedAttention(*[np.eye(2)] * 4, 1)) and [c.step(np.full((1, 2), i / 300)) for i in range(300)][-1]
import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads, max_len=256):
        self.W = (W_q, W_k, W_v)
        self.W_o, self.H, self.max_len, self.t = W_o, n_heads, max_len, 0

    def step(self, x):
        B, D = x.shape
        q, k, v = ((x @ W).reshape(B, self.H, -1) for W in self.W)
        if self.t == 0:
            self.K = np.zeros((B, self.H, self.max_len, D // self.H))
            self.V = np.zeros_like(self.K)
        self.K[:, :, self.t], self.V[:, :, self.t] = k, v
        self.t += 1
        s = np.einsum("bhd,bhtd->bht", q, self.K[:, :, :self.t]) / np.sqrt(D // self.H)
        w = np.exp(s - s.max(-1, keepdims=True))
        w /= w.sum(-1, keepdims=True)
        return np.einsum("bht,bhtd->bhd", w, self.V[:, :, :self.t]).reshape(B, D) @ self.W_o
