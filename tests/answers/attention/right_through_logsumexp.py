import numpy as np


def attention(Q, K, V, mask=None):
    # log-domain: log w = s - logsumexp(s)
    Q, K, V = (np.asarray(a, dtype=np.float64) for a in (Q, K, V))
    s = np.matmul(Q / np.sqrt(Q.shape[-1]), np.moveaxis(K, -1, -2))
    if mask is not None:
        block = np.broadcast_to(np.asarray(mask) != 0, s.shape)
        np.copyto(s, -np.inf, where=block)
    lse = np.logaddexp.reduce(s, axis=-1)
    return np.matmul(np.exp(s - lse[..., np.newaxis]), V)
