# WRONG: casts the logits to the labels' dtype, which truncates them for integer labels; witness: bce_with_logits(np.array([1, 0]), np.array([0.5, -1.7]))
import numpy as np


def bce_with_logits(y_true, logits):
    y = np.asarray(y_true)
    z = np.asarray(logits, dtype=y.dtype)
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
