# WRONG: KL(q, p), the arguments in reverse; witness: kl_divergence(np.array([0.9, 0.1]), np.array([0.5, 0.5]))
import numpy as np


def kl_divergence(p, q):
    on = q > 0
    if (p[on] == 0).any():
        return np.inf
    return np.sum(q[on] * (np.log(q[on]) - np.log(p[on])))
