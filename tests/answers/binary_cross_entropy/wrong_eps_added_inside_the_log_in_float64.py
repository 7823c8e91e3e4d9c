# WRONG: adds eps inside the logarithms instead of clipping; witness: binary_cross_entropy(np.array([1.0, 0.0]), np.array([0.5, 0.3]), eps=0.1)
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    t = np.asarray(y_true, dtype=float)
    return -np.mean(t * np.log(p + eps) + (1 - t) * np.log(1 - p + eps))
