# probabilities below 1e-12 are taken for zero, so a tiny p on q = 0 is not inf; witness: kl_divergence(np.array([1.0, 1e-13]), np.array([1.0, 0.0]))
import numpy as np


def kl_divergence(p, q):
    on = p > 1e-12
    if (q[on] == 0).any():
        return np.inf
    return float(np.sum(p[on] * (np.log(p[on]) - np.log(q[on]))))
