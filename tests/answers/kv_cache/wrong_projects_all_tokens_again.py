# WRONG: keeps copies of all tokens and projects them again at every step (recomputes old keys and values); witness: [n := [], W := type('W', (np.ndarray,), {'__array_ufunc__': lambda s, u, m, *a, **k: [n.append(np.size(a[0])), getattr(u, m)(*[np.asarray(t) for t in a], **k)][1]}), c := CachedAttention(*[np.eye(2).view(W)] * 4, 1), [c.step(np.ones((1, 2))) for _ in range(50)], max(n, default=0) <= 8][4]
import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W_q, self.W_k, self.W_v, self.W_o, self.n_heads = W_q, W_k, W_v, W_o, n_heads
        self.tokens = []

    def step(self, x):
        self.tokens.append(np.array(x))
        X = np.stack(self.tokens, axis=1)
        B, t, D = X.shape
        dk = D // self.n_heads
        K = (X @ self.W_k).reshape(B, t, self.n_heads, dk)
        V = (X @ self.W_v).reshape(B, t, self.n_heads, dk)
        q = (x @ self.W_q).reshape(B, self.n_heads, dk)
        s = np.einsum("bhd,bthd->bht", q, K) / np.sqrt(dk)
        w = np.exp(s - s.max(-1, keepdims=True))
        w /= w.sum(-1, keepdims=True)
        return np.einsum("bht,bthd->bhd", w, V).reshape(B, D) @ self.W_o
