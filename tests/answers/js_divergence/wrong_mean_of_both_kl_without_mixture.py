# WRONG: Jeffreys-style: the mean of the two KLs without the mixture, infinite on disjoint supports; witness: js_divergence(np.array([1.0, 0.0]), np.array([0.5, 0.5]))
import numpy as np


def _kl(a, b):
    on = a > 0
    if (b[on] == 0).any():
        return np.inf
    return np.sum(a[on] * np.log(a[on] / b[on]))


def js_divergence(p, q):
    return 0.5 * (_kl(p, q) + _kl(q, p))
