# WRONG: a causal mask is applied when S == T; witness: grouped_query_attention(np.ones((1, 1, 2, 2)), np.ones((1, 1, 2, 2)), np.arange(4.0).reshape(1, 1, 2, 2))
import numpy as np


def grouped_query_attention(Q, K, V):
    g = Q.shape[1] // K.shape[1]
    K, V = np.repeat(K, g, axis=1), np.repeat(V, g, axis=1)
    s = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    if s.shape[-1] == s.shape[-2]:
        s = np.where(np.tri(s.shape[-1], dtype=bool), s, -np.inf)
    e = np.exp(s - s.max(-1, keepdims=True))
    return (e / e.sum(-1, keepdims=True)) @ V
