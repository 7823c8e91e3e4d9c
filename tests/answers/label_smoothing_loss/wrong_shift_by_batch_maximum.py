# WRONG: shifts by the maximum of the batch, a row far below underflows (guarded); witness: label_smoothing_loss(np.array([[900.0, 901.0], [-900.0, -901.0]]), np.array([0, 1]))
import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    n, k = logits.shape
    z = logits - np.max(logits)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True) + 1e-300)
    q = np.eye(k)[labels] * (1 - smoothing) + smoothing / k
    return -(q * logp).sum(axis=1).mean()
