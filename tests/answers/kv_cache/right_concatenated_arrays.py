import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W_q, self.W_k, self.W_v, self.W_o, self.H = W_q, W_k, W_v, W_o, n_heads
        self.K = self.V = None

    def _heads(self, a):
        B, D = a.shape
        return a.reshape(B, self.H, 1, D // self.H)

    def step(self, x):
        q, k, v = (self._heads(x @ W) for W in (self.W_q, self.W_k, self.W_v))
        self.K = k if self.K is None else np.concatenate([self.K, k], axis=2)
        self.V = v if self.V is None else np.concatenate([self.V, v], axis=2)
        s = q @ self.K.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
        s = np.exp(s - s.max(-1, keepdims=True))
        s /= s.sum(-1, keepdims=True)
        return (s @ self.V).reshape(x.shape) @ self.W_o
