# WRONG: eps argument ignored, the default is hard-coded in the clip; witness: binary_cross_entropy(np.array([1.0, 0.0]), np.array([0.0, 0.3]), 1e-3)
import numpy as np

EPS = 1e-12


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.clip(np.asarray(y_prob, dtype=float), EPS, 1 - EPS)
    t = np.asarray(y_true, dtype=float)
    return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))
