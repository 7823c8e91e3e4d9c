# WRONG: np.where picks the stable branch but both are evaluated, overflow warning at 1000; witness: bce_with_logits(np.array([1.0, 0.0]), np.array([1000.0, 3.0]))
import numpy as np


def bce_with_logits(y_true, logits):
    z = np.asarray(logits, dtype=float)
    softplus = np.where(z > 30, z, np.log1p(np.exp(z)))
    return np.mean(softplus - np.asarray(y_true, dtype=float) * z)
