# q is clipped at 1e-10 where it is positive; witness: kl_divergence(np.array([0.5, 0.5]), np.array([1.0, 1e-100]))
import numpy as np


def kl_divergence(p, q):
    on = p > 0
    if (q[on] == 0).any():
        return np.inf
    return np.sum(p[on] * (np.log(p[on]) - np.log(np.clip(q[on], 1e-10, None))))
