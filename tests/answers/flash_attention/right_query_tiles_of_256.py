import numpy as np
def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    Q = Q.astype(float) / np.sqrt(d)
    out = np.empty((T, d))
    for a in range(0, T, 256):
        q = Q[a:a + 256]
        m = np.full((len(q), 1), -np.inf); l = np.zeros((len(q), 1)); acc = np.zeros((len(q), d))
        for b in range(0, T, block_size):
            s = q @ K[b:b + block_size].T
            new = np.maximum(m, s.max(1, keepdims=True))
            p = np.exp(s - new); c = np.exp(m - new)
            l = l * c + p.sum(1, keepdims=True)
            acc = acc * c + p @ V[b:b + block_size]
            m = new
        out[a:a + 256] = acc / l
    return out
