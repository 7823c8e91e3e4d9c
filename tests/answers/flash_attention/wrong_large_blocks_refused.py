# WRONG: blocks larger than T are refused with a ValueError
import numpy as np
def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    if block_size > T: raise ValueError("block")
    m = np.full((T, 1), -np.inf); l = np.zeros((T, 1)); o = np.zeros((T, d))
    for b in range(0, T, block_size):
        s = Q.astype(float) @ K[b:b + block_size].T / np.sqrt(d)
        n = np.maximum(m, s.max(1, keepdims=True)); p = np.exp(s - n); c = np.exp(m - n)
        l = l * c + p.sum(1, keepdims=True); o = o * c + p @ V[b:b + block_size]; m = n
    return o / l
