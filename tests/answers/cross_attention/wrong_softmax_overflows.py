# WRONG: no maximum subtracted, so scores beyond 709 overflow to NaN; witness: cross_attention(np.full((1, 1, 2), 40.0), np.full((1, 2, 2), 40.0), *[np.eye(2)] * 4, 1)
import numpy as np


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    (B, T, D), S = x.shape, context.shape[1]
    dk = D // n_heads
    q = (x @ W_q).reshape(B, T, n_heads, dk).swapaxes(1, 2)
    k = (context @ W_k).reshape(B, S, n_heads, dk).swapaxes(1, 2)
    v = (context @ W_v).reshape(B, S, n_heads, dk).swapaxes(1, 2)
    s = q @ k.swapaxes(-1, -2) / np.sqrt(dk)
    w = np.exp(s)
    w /= w.sum(axis=-1, keepdims=True)
    return (w @ v).swapaxes(1, 2).reshape(B, T, D) @ W_o
