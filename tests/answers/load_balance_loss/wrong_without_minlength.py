# WRONG: the count is too short if nobody prefers the last expert
import numpy as np


def load_balance_loss(logits):
    n, E = logits.shape
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    f = np.bincount(np.argmax(logits, axis=1)) / n
    return E * (f * p.mean(axis=0)).sum()
