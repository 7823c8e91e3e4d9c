import numpy as np


def flash_attention(Q, K, V, block_size):
    # blocks from the last to the first, the sum carried as an extra column of V
    T, d = Q.shape
    V1 = np.hstack([V, np.ones((T, 1))])
    m = np.full((T, 1), -np.inf)
    acc = np.zeros((T, d + 1))
    buf = np.empty((T, min(block_size, T)))
    for b in reversed(range((T + block_size - 1) // block_size)):
        cols = np.arange(b * block_size, min(T, (b + 1) * block_size))
        s = buf[:, :cols.size]
        np.einsum("id,jd->ij", Q, K[cols], out=s)
        s /= np.sqrt(d)
        hi = np.maximum(m, np.amax(s, axis=1, keepdims=True))
        np.subtract(s, hi, out=s)
        np.exp(s, out=s)
        acc *= np.exp(m - hi)
        acc += s @ V1[cols]
        m = hi
    return acc[:, :d] / acc[:, d:]
