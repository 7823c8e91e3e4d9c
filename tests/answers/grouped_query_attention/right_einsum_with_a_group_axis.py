import numpy as np


def grouped_query_attention(Q, K, V):
    """Group axis made explicit, keys and values are never copied."""
    B, Hq, T, d = Q.shape
    Hkv = K.shape[1]
    q = Q.reshape(B, Hkv, Hq // Hkv, T, d)
    s = np.einsum("bngtd,bnsd->bngts", q, K) / np.sqrt(d)
    w = np.exp(s - np.logaddexp.reduce(s, axis=-1, keepdims=True))
    return np.einsum("bngts,bnsd->bngtd", w, V).reshape(Q.shape)
