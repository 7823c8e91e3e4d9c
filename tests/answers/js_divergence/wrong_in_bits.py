# WRONG: in bits; witness: js_divergence(np.array([1.0, 0.0]), np.array([0.0, 1.0]))
import numpy as np


def js_divergence(p, q):
    m = (p + q) / 2
    a, b = p > 0, q > 0
    return 0.5 * np.sum(p[a] * np.log2(p[a] / m[a])) + 0.5 * np.sum(q[b] * np.log2(q[b] / m[b]))
