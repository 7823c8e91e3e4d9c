# WRONG: default eps is 1e-7; witness: binary_cross_entropy(np.array([1.0, 0.0]), np.array([0.0, 0.3]))
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-7):
    p = np.clip(np.asarray(y_prob, dtype=float), eps, 1 - eps)
    t = np.asarray(y_true, dtype=float)
    return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))
