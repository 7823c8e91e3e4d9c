# WRONG: averages each sequence, then the sequences; witness: masked_cross_entropy(np.array([[[0., 0.], [2., 0.]], [[0., 1.], [3., 0.]]]), np.array([[0, 1], [0, -100]]))
import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    mask = labels != ignore_index
    z = logits - logits.max(-1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(-1, keepdims=True))
    y = np.where(mask, labels, 0)
    nll = -np.take_along_axis(logp, y[..., None], -1)[..., 0] * mask
    per_seq = nll.sum(1) / np.maximum(mask.sum(1), 1)
    return per_seq.mean()
