# WRONG: no running maximum at all: the maximum of the first block is used throughout (later larger scores overflow)
import numpy as np
def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    m = None; l = np.zeros((T, 1)); o = np.zeros((T, d))
    for b in range(0, T, block_size):
        s = Q.astype(float) @ K[b:b + block_size].T / np.sqrt(d)
        if m is None: m = s.max(1, keepdims=True)
        p = np.exp(np.minimum(s - m, 700)); l += p.sum(1, keepdims=True); o += p @ V[b:b + block_size]
    return o / l
