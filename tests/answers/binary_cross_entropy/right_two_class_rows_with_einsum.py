import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    """Two-class cross-entropy: rows (q, p) against rows (1 - t, t)."""
    p = np.asarray(y_prob, float)
    logs = np.log(np.minimum(np.maximum(np.stack([1.0 - p, p]), eps), 1.0 - eps))
    t = np.asarray(y_true, float)
    return -np.einsum("kn,kn->", np.stack([1.0 - t, t]), logs) / t.size
