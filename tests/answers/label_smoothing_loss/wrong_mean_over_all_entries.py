# WRONG: np.mean over samples and classes; witness: label_smoothing_loss(np.array([[0.0, 1.0, 2.0]]), np.array([0]))
import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    k = logits.shape[1]
    z = logits - logits.max(1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(1, keepdims=True))
    q = np.eye(k)[labels] * (1 - smoothing) + smoothing / k
    return np.mean(-q * logp)
