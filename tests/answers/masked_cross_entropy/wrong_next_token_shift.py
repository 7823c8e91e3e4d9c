# WRONG: shifts the labels as a causal LM's forward does; witness: masked_cross_entropy(np.array([[[0., 3.], [0., 1.]]]), np.array([[1, 0]]))
import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    z = logits[:, :-1].reshape(-1, logits.shape[-1])
    y = labels[:, 1:].reshape(-1)
    keep = y != ignore_index
    if keep.sum() == 0:
        return 0.0
    z, y = z[keep], y[keep]
    z = z - z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y])
