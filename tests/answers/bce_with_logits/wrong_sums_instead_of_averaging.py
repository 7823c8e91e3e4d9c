# WRONG: sums over samples instead of averaging; witness: bce_with_logits(np.array([1.0, 0.0]), np.array([0.5, -0.2]))
import numpy as np


def bce_with_logits(y_true, logits):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y_true, dtype=float)
    return float(np.sum(np.logaddexp(0, z) - y * z))
