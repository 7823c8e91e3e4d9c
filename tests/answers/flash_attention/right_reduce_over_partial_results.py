import numpy as np
from functools import reduce
def flash_attention(Q, K, V, block_size):
    scale = Q.shape[1] ** -0.5
    def part(q, lo):
        s = np.einsum("qd,kd->qk", q, K[lo:lo + block_size].astype(float)) * scale
        m = s.max(axis=1)
        e = np.exp(s - m[:, None])
        return m, e.sum(axis=1), np.einsum("qk,kd->qd", e, V[lo:lo + block_size])
    def merge(x, y):
        m = np.maximum(x[0], y[0])
        a, b = np.exp(x[0] - m), np.exp(y[0] - m)
        return m, x[1] * a + y[1] * b, x[2] * a[:, None] + y[2] * b[:, None]
    def rows(q):
        _, l, o = reduce(merge, (part(q, lo) for lo in range(0, len(K), block_size)))
        return o / l[:, None]
    step = 128
    return np.concatenate([rows(Q[i:i + step]) for i in range(0, len(Q), step)])
