# WRONG: squeezes the result, so B = 1 (or T = 1) loses an axis; witness: multi_head_attention(np.ones((1, 3, 4)), *[np.eye(4)] * 4, 2).shape
import numpy as np
from itertools import product


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    B, T, D = x.shape
    if D % n_heads:
        raise ValueError("heads")
    W = np.hstack([W_q, W_k, W_v])              # fused qkv
    qkv = np.moveaxis((x @ W).reshape(B, T, 3, n_heads, D // n_heads), 2, 0)
    q, k, v = qkv                                # each (B, T, H, dk)
    z = np.empty((B, T, n_heads, D // n_heads), dtype=qkv.dtype)
    for b, h, t in product(range(B), range(n_heads), range(T)):
        seen = slice(None) if mask is None else np.flatnonzero(np.asarray(mask)[t] == 0)
        s = k[b, seen, h] @ q[b, t, h] / np.sqrt(D // n_heads)
        w = np.exp(s - s.max())
        z[b, t, h] = np.average(v[b, seen, h], axis=0, weights=w)
    return np.tensordot(z, np.asarray(W_o).reshape(n_heads, D // n_heads, D), axes=([2, 3], [0, 1])).squeeze()
