# WRONG: only a floor under each probability, no ceiling, so a sure hit costs 0 instead of -log(1 - eps); witness: binary_cross_entropy(np.array([1.0, 0.0]), np.array([1.0, 0.0]), eps=0.05)
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.asarray(y_prob, dtype=float)
    t = np.asarray(y_true, dtype=float)
    return -np.mean(t * np.log(np.maximum(p, eps)) + (1 - t) * np.log(np.maximum(1 - p, eps)))
