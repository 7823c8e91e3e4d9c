# WRONG: both factors are mean probabilities
import numpy as np


def load_balance_loss(logits):
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    importance = p.mean(axis=0)
    return logits.shape[1] * np.dot(importance, importance)
