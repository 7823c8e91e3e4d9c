# WRONG: the tokens lie in a buffer of 512, and all of it is projected in every step
import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W, self.h, self.t, self.X = [np.array(W) for W in (W_q, W_k, W_v, W_o)], n_heads, 0, None

    def step(self, x):
        W_q, W_k, W_v, W_o = self.W
        B, D = x.shape
        if self.X is None:
            self.X = np.zeros((B, 512, D))
        if self.t == self.X.shape[1]:
            self.X = np.concatenate([self.X, np.zeros_like(self.X)], axis=1)
        self.X[:, self.t] = x
        self.t += 1
        K, V = ((self.X @ W)[:, :self.t].reshape(B, self.t, self.h, -1) for W in (W_k, W_v))
        s = np.einsum("bhd,bthd->bht", (x @ W_q).reshape(B, self.h, -1), K) / np.sqrt(D // self.h)
        w = np.exp(s - s.max(-1, keepdims=True))
        return np.einsum("bht,bthd->bhd", w / w.sum(-1, keepdims=True), V).reshape(B, D) @ W_o
