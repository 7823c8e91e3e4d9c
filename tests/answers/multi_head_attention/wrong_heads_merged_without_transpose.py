# WRONG: heads merged without transposing back, so tokens are shuffled when there are several heads and tokens; witness: multi_head_attention(np.sin(np.arange(12.0)).reshape(1, 3, 4), *[np.eye(4)] * 4, 2)
import numpy as np


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    B, T, D = x.shape
    if D % n_heads != 0:
        raise ValueError("D must be divisible by n_heads")
    dk = D // n_heads

    def split(a):
        return a.reshape(B, T, n_heads, dk).transpose(0, 2, 1, 3)

    q, k, v = split(x @ W_q), split(x @ W_k), split(x @ W_v)
    s = q @ k.transpose(0, 1, 3, 2) / np.sqrt(dk)
    if mask is not None:
        s = np.where(mask, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    a = e / e.sum(-1, keepdims=True)
    y = (a @ v).reshape(B, T, D)
    return y @ W_o
