# WRONG: clips the caller's array; witness: (lambda p: (binary_cross_entropy(np.array([1.0, 0.0]), p), p == 0.0))(np.array([0.0, 0.3]))
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=np.float64)
    np.clip(p, eps, 1 - eps, out=p)
    y = np.asarray(y_true, dtype=np.float64)
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))
