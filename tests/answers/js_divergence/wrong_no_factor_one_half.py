# WRONG: the sum of the two KLs to the mixture without the factor one half; witness: js_divergence(np.array([1.0, 0.0]), np.array([0.0, 1.0]))
import numpy as np


def js_divergence(p, q):
    m = (p + q) / 2
    ratio = lambda w: np.divide(w, m, out=np.ones_like(m), where=w > 0)
    return np.sum(p * np.log(ratio(p))) + np.sum(q * np.log(ratio(q)))
