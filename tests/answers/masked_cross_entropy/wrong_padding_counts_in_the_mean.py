# WRONG: np.mean of the masked losses divides by B * T; witness: masked_cross_entropy(np.array([[[0., 0.], [0., 1.]]]), np.array([[0, -100]]))
import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    mask = labels != ignore_index
    z = logits - logits.max(-1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(-1, keepdims=True))
    y = labels * mask
    b, t = np.ogrid[: labels.shape[0], : labels.shape[1]]
    return np.mean(np.where(mask, -logp[b, t, y], 0.0))
