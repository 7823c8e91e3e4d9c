# WRONG: any zero in q gives inf, also where p = 0; witness: kl_divergence(np.array([1.0, 0.0]), np.array([1.0, 0.0]))
import numpy as np


def kl_divergence(p, q):
    if np.any(q == 0):
        return np.inf
    m = p > 0
    return np.sum(p[m] * (np.log(p[m]) - np.log(q[m])))
