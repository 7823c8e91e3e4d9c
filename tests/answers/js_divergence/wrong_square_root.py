# WRONG: the Jensen-Shannon distance (square root); witness: js_divergence(np.array([1.0, 0.0]), np.array([0.5, 0.5]))
import numpy as np


def js_divergence(p, q):
    m = (p + q) / 2
    a, b = p > 0, q > 0
    js = 0.5 * np.sum(p[a] * np.log(p[a] / m[a])) + 0.5 * np.sum(q[b] * np.log(q[b] / m[b]))
    return np.sqrt(max(js, 0.0))
