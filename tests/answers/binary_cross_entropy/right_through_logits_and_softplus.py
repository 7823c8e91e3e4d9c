import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.array(y_prob, dtype=float, copy=True)
    p[p < eps] = eps
    p[p > 1 - eps] = 1 - eps
    # through the logit: -log p = softplus(-z), -log(1 - p) = softplus(z)
    z = np.log(p) - np.log1p(-p)
    t = np.asarray(y_true, dtype=float)
    return float(np.average(t * np.logaddexp(0, -z) + (1 - t) * np.logaddexp(0, z)))
