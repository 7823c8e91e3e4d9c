# WRONG: the last partial block is padded with zero keys that are not masked: extra weight exp(0)
import numpy as np
def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    pad = -T % block_size
    K = np.pad(K, ((0, pad), (0, 0))); V = np.pad(V, ((0, pad), (0, 0)))
    m = np.full((T, 1), -np.inf); l = np.zeros((T, 1)); o = np.zeros((T, d))
    for b in range(0, T + pad, block_size):
        s = Q.astype(float) @ K[b:b + block_size].T / np.sqrt(d)
        n = np.maximum(m, s.max(1, keepdims=True)); p = np.exp(s - n); c = np.exp(m - n)
        l = l * c + p.sum(1, keepdims=True); o = o * c + p @ V[b:b + block_size]; m = n
    return o / l
