import numpy as np
def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    O = np.zeros_like(V); m = np.full(T, -np.inf, Q.dtype); l = np.zeros(T, Q.dtype)
    for j in range(0, T, block_size):
        for i in range(0, T, block_size):
            r = slice(i, i + block_size)
            S = Q[r] @ K[j:j + block_size].T / np.sqrt(d).astype(Q.dtype)
            m2 = np.maximum(m[r], S.max(1)); P = np.exp(S - m2[:, None]); a = np.exp(m[r] - m2)
            l2 = a * l[r] + P.sum(1)
            O[r] = ((a * l[r])[:, None] * O[r] + P @ V[j:j + block_size]) / l2[:, None]
            m[r], l[r] = m2, l2
    return O
