# WRONG: not scaled by sqrt(d), right for d = 1; witness: flash_attention(np.eye(2), np.eye(2), np.eye(2), 1)
import numpy as np


def flash_attention(Q, K, V, block_size):
    """Tiles of queries and of keys; never more than a small tile of scores."""
    Q, K, V = (np.asarray(a, dtype=float) for a in (Q, K, V))
    T, d = Q.shape
    out = np.zeros((T, d))
    tile = 128
    for r in range(0, T, tile):
        q = Q[r:r + tile]
        top = np.full(len(q), -np.inf)
        den = np.zeros(len(q))
        num = np.zeros((len(q), d))
        start = 0
        while start < T:
            stop = min(start + block_size, T)
            s = np.einsum("id,jd->ij", q, K[start:stop])
            cur = np.maximum(top, np.max(s, axis=1))
            p = np.exp(s - cur[:, np.newaxis])
            alpha = np.exp(top - cur)
            den = alpha * den + np.sum(p, axis=1)
            num = alpha[:, np.newaxis] * num + p.dot(V[start:stop])
            top, start = cur, stop
        out[r:r + tile] = num / den[:, np.newaxis]
    return out
