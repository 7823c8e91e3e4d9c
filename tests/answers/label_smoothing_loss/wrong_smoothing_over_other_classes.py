# WRONG: the smoothing goes to the other C - 1 classes only; witness: label_smoothing_loss(np.array([[0.0, 1.0, 2.0]]), np.array([0]), 0.3)
import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    n, k = logits.shape
    z = logits - logits.max(1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(1, keepdims=True))
    t = np.full((n, k), smoothing / (k - 1) if k > 1 else 0.0)
    t[range(n), labels] = 1 - smoothing if k > 1 else 1.0
    return -(t * logp).sum() / n
