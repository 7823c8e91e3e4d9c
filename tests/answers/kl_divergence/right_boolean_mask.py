import numpy as np


def kl_divergence(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    on = p > 0
    if np.any(q[on] == 0):
        return np.inf
    return np.sum(p[on] * (np.log(p[on]) - np.log(q[on])))
