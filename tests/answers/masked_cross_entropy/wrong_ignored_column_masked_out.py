# WRONG: the ignored token is removed from the softmax; witness: masked_cross_entropy(np.array([[[0., 0., 0.]]]), np.array([[1]]), 0)
import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    z = np.array(logits, dtype=float)
    if 0 <= ignore_index < z.shape[-1] and z.shape[-1] > 1:
        z[..., ignore_index] = -1e30
    keep = labels != ignore_index
    if not keep.any():
        return 0.0
    z, y = z[keep], labels[keep]
    m = z.max(axis=1)
    lse = m + np.log(np.exp(z - m[:, None]).sum(axis=1))
    return (lse - z[np.arange(y.size), y]).mean()
