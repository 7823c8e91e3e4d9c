import numpy as np


def _xlogx(v):
    return v * np.log(np.where(v > 0, v, 1.0))


def kl_divergence(p, q):
    """Cross-entropy minus entropy, in float64."""
    p, q = np.array(p, dtype=np.float64), np.array(q, dtype=np.float64)
    log_q = np.log(q, out=np.full(q.shape, -np.inf), where=q > 0)
    cross = -np.multiply(p, log_q, out=np.zeros(p.shape), where=p > 0).sum()
    return cross + _xlogx(p).sum()
