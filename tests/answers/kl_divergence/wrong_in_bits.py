# WRONG: in bits; witness: kl_divergence(np.array([1.0, 0.0]), np.array([0.5, 0.5]))
import numpy as np


def kl_divergence(p, q):
    on = p > 0
    if (q[on] == 0).any():
        return np.inf
    return np.sum(p[on] * (np.log2(p[on]) - np.log2(q[on])))
