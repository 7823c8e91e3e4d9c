import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    V = logits.shape[-1]
    onehot = (labels[..., None] == np.arange(V)) & (labels != ignore_index)[..., None]
    m = logits.max(-1)
    lse = m + np.log(np.exp(logits - m[..., None]).sum(-1))
    total = lse[onehot.any(-1)].sum() - logits[onehot].sum()
    n = int(onehot.sum())
    return float(total) / n if n else 0.0
