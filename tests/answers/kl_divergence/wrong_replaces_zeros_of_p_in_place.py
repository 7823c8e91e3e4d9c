# WRONG: zeros are replaced in the caller's own array; witness: p = np.array([1.0, 0.0]); kl_divergence(p, np.array([0.5, 0.5])); bool(p[1] == 0)
import numpy as np


def kl_divergence(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    if np.any((p > 0) & (q == 0)):
        return np.inf
    zero = p == 0
    p[zero] = 1e-300
    return np.sum(np.where(zero, 0.0, p * (np.log(p) - np.log(np.where(q > 0, q, 1.0)))))
