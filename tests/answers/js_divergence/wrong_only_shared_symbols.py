# WRONG: only symbols which both distributions have are counted; witness: js_divergence(np.array([1.0, 0.0]), np.array([0.0, 1.0]))
import numpy as np


def js_divergence(p, q):
    on = (p > 0) & (q > 0)
    p, q = p[on], q[on]
    m = (p + q) / 2
    return 0.5 * np.sum(p * np.log(p / m) + q * np.log(q / m))
