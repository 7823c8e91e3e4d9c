import numpy as np


def elu(x):
    return np.where(x > 0, x, np.exp(x) - 1)


def linear_attention(Q, K, V):
    q, k = elu(Q) + 1, elu(K) + 1
    kv = np.cumsum(np.einsum("ti,tj->tij", k, V), axis=0)
    z = np.cumsum(k, axis=0)
    return np.einsum("ti,tij->tj", q, kv) / np.sum(q * z, axis=1, keepdims=True)
