# WRONG: np.tile instead of np.repeat (query head h uses kv head h % Hkv); witness: grouped_query_attention(np.ones((1, 4, 1, 2)), np.ones((1, 2, 1, 2)), np.arange(4.0).reshape(1, 2, 1, 2))
import numpy as np


def grouped_query_attention(Q, K, V):
    g = Q.shape[1] // K.shape[1]
    K, V = np.tile(K, (1, g, 1, 1)), np.tile(V, (1, g, 1, 1))
    s = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    e = np.exp(s - s.max(-1, keepdims=True))
    return (e / e.sum(-1, keepdims=True)) @ V
