import numpy as np


def bce_with_logits(y_true, logits):
    # softmax cross-entropy over the two scores (0, z)
    z = np.asarray(logits, dtype=np.float64)
    scores = np.stack([np.zeros_like(z), z], axis=-1)
    shifted = scores - scores.max(axis=-1, keepdims=True)
    logp = shifted - np.log1p(np.exp(shifted.min(axis=-1, keepdims=True)))
    t = np.asarray(y_true, dtype=np.float64)
    target = np.stack([1.0 - t, t], axis=-1)
    return -(target * logp).sum() / t.size
