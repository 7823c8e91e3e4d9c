# WRONG: p's mask is used for both terms, so symbols with p = 0 lose q's part (not symmetric); witness: js_divergence(np.array([1.0, 0.0]), np.array([0.5, 0.5]))
import numpy as np


def js_divergence(p, q):
    m = 0.5 * (p + q)
    on = p > 0
    left = np.sum(p[on] * np.log(p[on] / m[on]))
    q_safe = np.where(q > 0, q, 1.0)
    right = np.sum(q[on] * np.log(q_safe[on] / m[on]))
    return 0.5 * (left + right)
