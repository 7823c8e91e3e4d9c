import numpy as np


def bce_with_logits(y_true, logits):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y_true, dtype=float)
    return np.mean(np.maximum(z, 0.0) - z * y + np.log1p(np.exp(-np.abs(z))))
