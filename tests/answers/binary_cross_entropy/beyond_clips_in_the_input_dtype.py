# WRONG: clips in the input's dtype, where 1 - 1e-12 is 1 in float32, so log(0); witness: binary_cross_entropy(np.array([1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.25], dtype=np.float32))
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.clip(y_prob, eps, 1 - eps)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
