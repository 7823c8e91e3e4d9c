import numpy as np

def masked_cross_entropy(logits, labels, ignore_index=-100):
    w = (labels != ignore_index) * 1.0
    y = np.clip(np.where(w > 0, labels, 0), 0, None)
    z = logits - logits.max(-1, keepdims=True)
    lp = z - np.log(np.exp(z).sum(-1, keepdims=True))
    nll = -np.sum(np.eye(logits.shape[-1])[y] * lp, axis=-1)
    return (nll * w).sum() / np.maximum(w.sum(), 1e-9)
