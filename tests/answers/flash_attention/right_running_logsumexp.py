import numpy as np
def flash_attention(Q, K, V, block_size):
    """Running log-sum-exp: the output stays normalised after every block."""
    T, d = Q.shape
    out = np.zeros((T, d)); lse = np.full(T, -np.inf)
    tile = min(block_size, 64)
    start = 0
    while start < T:
        k, v = K[start:start + tile], V[start:start + tile]
        for a in range(0, T, 500):
            rows = slice(a, min(a + 500, T))
            s = (Q[rows] @ k.T.astype(np.float64)) / np.sqrt(d)
            top = s.max(1)
            block = top + np.log(np.exp(s - top[:, None]).sum(1))
            new = np.logaddexp(lse[rows], block)
            out[rows] = out[rows] * np.exp(lse[rows] - new)[:, None] + np.exp(s - new[:, None]) @ v
            lse[rows] = new
        start += tile
    return out
