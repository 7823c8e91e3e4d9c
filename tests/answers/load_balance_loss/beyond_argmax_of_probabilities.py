import numpy as np


def load_balance_loss(logits):
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    f = np.bincount(p.argmax(axis=1), minlength=p.shape[1]) / len(p)
    return p.shape[1] * f @ p.mean(axis=0)
