# WRONG: a token counts for each of its largest logits
import numpy as np


def load_balance_loss(logits):
    top = logits.max(axis=1, keepdims=True)
    p = np.exp(logits - top)
    p = p / p.sum(axis=1, keepdims=True)
    f = (logits == top).mean(axis=0)
    return logits.shape[1] * f @ p.mean(axis=0)
