# WRONG: reshaped to (group, Hkv) instead of (Hkv, group) and back; witness: grouped_query_attention(np.ones((1, 4, 1, 2)), np.ones((1, 2, 1, 2)), np.arange(4.0).reshape(1, 2, 1, 2))
import numpy as np


def grouped_query_attention(Q, K, V):
    """Group axis made explicit, keys and values are never copied."""
    B, Hq, T, d = Q.shape
    Hkv = K.shape[1]
    q = Q.reshape(B, Hq // Hkv, Hkv, T, d).swapaxes(1, 2)
    s = np.einsum("bngtd,bnsd->bngts", q, K) / np.sqrt(d)
    w = np.exp(s - np.logaddexp.reduce(s, axis=-1, keepdims=True))
    return np.einsum("bngts,bnsd->bgntd", w, V).reshape(Q.shape)
