# WRONG: ignores labels below 0 instead of ignore_index; witness: masked_cross_entropy(np.array([[[0., 0.], [0., 1.]]]), np.array([[1, 0]]), 0)
import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    valid = labels >= 0
    if not valid.any():
        return 0.0
    z = logits[valid]
    z = z - z.max(axis=-1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    return -logp[np.arange(len(logp)), labels[valid]].mean()
