# WRONG: no ValueError when D is not divisible (the last columns are silently dropped); witness: multi_head_attention(np.ones((1, 2, 5)), *[np.eye(5)] * 4, 2)
import numpy as np


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    B, T, D = x.shape
    dk = D // n_heads
    q, k, v = x @ W_q, x @ W_k, x @ W_v
    out = np.zeros(x.shape)
    for h in range(n_heads):
        c = slice(h * dk, (h + 1) * dk)
        s = q[..., c] @ k[..., c].swapaxes(1, 2) / np.sqrt(dk)
        if mask is not None:
            s = np.where(mask, -np.inf, s)
        w = np.exp(s - s.max(-1, keepdims=True))
        out[..., c] = w @ v[..., c] / w.sum(-1, keepdims=True)
    return out @ W_o
