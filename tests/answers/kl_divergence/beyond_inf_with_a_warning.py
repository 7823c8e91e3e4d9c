# the inf comes with a divide RuntimeWarning; witness: kl_divergence(np.array([0.5, 0.5]), np.array([1.0, 0.0]))
import numpy as np


def kl_divergence(p, q):
    on = p > 0
    return np.sum(p[on] * np.log(p[on] / q[on]))
