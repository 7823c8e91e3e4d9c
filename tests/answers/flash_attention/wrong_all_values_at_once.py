# WRONG: scores by blocks, but one softmax over all keys and one product with all values per query
import numpy as np
def flash_attention(Q, K, V, block_size):
    out = []
    n, d = Q.shape
    for q in Q:
        s = np.concatenate([K[i:i+block_size] @ q for i in range(0, n, block_size)]) / np.sqrt(d)
        w = np.exp(s - s.max())
        out.append(w @ V / w.sum())
    return np.stack(out)
