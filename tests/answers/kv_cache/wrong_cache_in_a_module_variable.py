# WRONG: the keys and values are kept in a list of the module
import numpy as np

CACHE = []


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W, self.h = (W_q, W_k, W_v, W_o), n_heads
        CACHE.clear()

    def step(self, x):
        W_q, W_k, W_v, W_o = self.W
        B, D = x.shape
        CACHE.append((x @ W_k, x @ W_v))
        K, V = (np.stack(each, 1).reshape(B, -1, self.h, D // self.h) for each in zip(*CACHE))
        s = np.einsum("bhd,bthd->bht", (x @ W_q).reshape(B, self.h, -1), K) / np.sqrt(D // self.h)
        w = np.exp(s - s.max(-1, keepdims=True))
        return np.einsum("bht,bthd->bhd", w / w.sum(-1, keepdims=True), V).reshape(B, D) @ W_o
