# WRONG: log(p + 1e-9) caps the cost of every class at 20.7; witness: label_smoothing_loss(np.array([[1e4, -1e4]]), np.array([0]))
import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    n, k = logits.shape
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    q = np.eye(k)[labels] * (1 - smoothing) + smoothing / k
    return -np.sum(q * np.log(p + 1e-9)) / n
