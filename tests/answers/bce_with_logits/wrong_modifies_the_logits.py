# WRONG: writes max(z, 0) into the logits themselves; witness: (lambda z: (bce_with_logits(np.array([1.0, 0.0]), z), z))(np.array([0.5, -0.2]))
import numpy as np


def bce_with_logits(y_true, logits):
    z = np.asarray(logits, dtype=np.float64)
    y = np.asarray(y_true, dtype=np.float64)
    loss = np.log1p(np.exp(-np.abs(z))) - z * y
    loss += np.maximum(z, 0.0, out=z)
    return loss.mean()
