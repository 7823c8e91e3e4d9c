# WRONG: a batched mask is only looked at for its first element (mask[0] used for every batch element); witness: attention(np.ones((2, 1, 1)), np.ones((2, 2, 1)), np.arange(4.0).reshape(2, 2, 1), np.array([[[False, True]], [[True, False]]]))
import numpy as np


def _one(q, k, v, m):
    rows = []
    for i, row in enumerate(q):
        keep = np.flatnonzero(~m[i])
        s = k[keep].dot(row) / np.sqrt(row.size)
        p = np.exp(s - s.max())
        rows.append(p.dot(v[keep]) / p.sum())
    return np.array(rows)


def attention(Q, K, V, mask=None):
    """Recursive over the leading axes."""
    full = Q.shape[:-1] + (K.shape[-2],)
    if mask is None:
        mask = np.zeros(full, dtype=bool)
    mask = np.broadcast_to(np.asarray(mask, dtype=bool), full)
    if Q.ndim == 2:
        return _one(Q, K, V, mask)
    return np.stack([attention(a, b, c, mask[0]) for a, b, c in zip(Q, K, V)])
