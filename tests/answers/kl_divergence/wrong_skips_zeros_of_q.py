# WRONG: places with q = 0 are skipped; witness: kl_divergence(np.array([0.5, 0.5]), np.array([1.0, 0.0]))
import numpy as np


def kl_divergence(p, q):
    m = (p > 0) & (q > 0)
    return np.sum(p[m] * (np.log(p[m]) - np.log(q[m])))
