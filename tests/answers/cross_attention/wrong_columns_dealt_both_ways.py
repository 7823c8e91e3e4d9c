# head h takes every n_heads-th column instead of a block of neighboring columns
import numpy as np


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    B, T, D = x.shape
    S = context.shape[1]
    d_k = D // n_heads
    Q = (x @ W_q).reshape(B, T, d_k, n_heads).transpose(0, 3, 1, 2)
    K = (context @ W_k).reshape(B, S, d_k, n_heads).transpose(0, 3, 1, 2)
    V = (context @ W_v).reshape(B, S, d_k, n_heads).transpose(0, 3, 1, 2)
    s = Q @ K.swapaxes(-1, -2) / np.sqrt(d_k)
    s = s - s.max(axis=-1, keepdims=True)
    a = np.exp(s)
    a /= a.sum(axis=-1, keepdims=True)
    out = (a @ V).transpose(0, 2, 3, 1).reshape(B, T, D)
    return out @ W_o
