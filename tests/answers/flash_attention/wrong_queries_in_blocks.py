# WRONG: blocks of queries, each of which looks at all keys at once
import numpy as np
def flash_attention(Q, K, V, block_size):
    Q, K, V = (np.array(a, dtype=float) for a in (Q, K, V))
    out = np.zeros_like(Q)
    for i in range(0, len(Q), block_size):
        s = Q[i:i+block_size].dot(K.T) / np.sqrt(K.shape[1])
        s = np.exp(s - s.max(1, keepdims=True))
        out[i:i+block_size] = (s / s.sum(1, keepdims=True)).dot(V)
    return out
