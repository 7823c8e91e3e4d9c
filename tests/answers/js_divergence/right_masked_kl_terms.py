import numpy as np


def _kl(a, b):
    on = a > 0
    return np.sum(a[on] * np.log(a[on] / b[on]))


def js_divergence(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = 0.5 * (p + q)
    return 0.5 * _kl(p, m) + 0.5 * _kl(q, m)
