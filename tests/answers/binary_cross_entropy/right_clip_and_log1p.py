import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.clip(np.asarray(y_prob, dtype=np.float64), eps, 1.0 - eps)
    t = np.asarray(y_true, dtype=np.float64)
    return -np.mean(t * np.log(p) + (1.0 - t) * np.log1p(-p))
