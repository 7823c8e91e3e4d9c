# WRONG: an eps of 1e-3 smooths both distributions before the logarithms; witness: js_divergence(np.array([1.0, 0.0]), np.array([0.0, 1.0]))
import numpy as np

SMOOTH = 1e-3


def js_divergence(p, q):
    p = (p + SMOOTH) / np.sum(p + SMOOTH)
    q = (q + SMOOTH) / np.sum(q + SMOOTH)
    m = (p + q) / 2
    return 0.5 * np.sum(p * np.log(p / m)) + 0.5 * np.sum(q * np.log(q / m))
