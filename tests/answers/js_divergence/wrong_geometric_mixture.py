# WRONG: the mixture is the normalised geometric mean where both are positive, the arithmetic one elsewhere; witness: js_divergence(np.array([0.9, 0.1]), np.array([0.5, 0.5]))
import numpy as np


def js_divergence(p, q):
    both = (p > 0) & (q > 0)
    m = np.where(both, np.sqrt(p * q), 0.5 * (p + q))
    m = m / m.sum()
    a, b = p > 0, q > 0
    return 0.5 * np.sum(p[a] * np.log(p[a] / m[a])) + 0.5 * np.sum(q[b] * np.log(q[b] / m[b]))
