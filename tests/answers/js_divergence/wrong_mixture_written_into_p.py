# WRONG: p is turned into the mixture in place; witness: p = np.array([1.0, 0.0]); js_divergence(p, np.array([0.5, 0.5])); p
import numpy as np


def _entropy(w):
    w = w[w > 0]
    return -np.sum(w * np.log(w))


def js_divergence(p, q):
    hp, hq = _entropy(p), _entropy(q)
    m = np.asarray(p, dtype=float)
    m += q
    m /= 2
    return _entropy(m) - (hp + hq) / 2
