# WRONG: the uniform part is the sum over the classes, not their mean; witness: label_smoothing_loss(np.array([[0.0, 1.0, 2.0]]), np.array([0]), 0.3)
import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    z = logits - logits.max(1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(1, keepdims=True))
    nll = -logp[np.arange(len(z)), labels]
    smooth = -logp.sum(axis=1)
    return np.mean((1 - smoothing) * nll + smoothing * smooth)
