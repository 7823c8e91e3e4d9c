# WRONG: clips scores to [-500, 500] against overflow, which flattens larger scores; witness: attention(np.ones((1, 1)), np.array([[1e4], [600.0]]), np.array([[1.0], [3.0]]))
import numpy as np


def attention(Q, K, V, mask=None):
    # log-domain: log w = s - logsumexp(s)
    Q, K, V = (np.asarray(a, dtype=np.float64) for a in (Q, K, V))
    s = np.matmul(Q / np.sqrt(Q.shape[-1]), np.moveaxis(K, -1, -2))
    s = np.clip(s, -500.0, 500.0)
    if mask is not None:
        block = np.broadcast_to(np.asarray(mask) != 0, s.shape)
        np.copyto(s, -np.inf, where=block)
    lse = np.logaddexp.reduce(s, axis=-1)
    return np.matmul(np.exp(s - lse[..., np.newaxis]), V)
