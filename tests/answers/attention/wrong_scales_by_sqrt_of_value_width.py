# WRONG: scales by sqrt(d_v) instead of sqrt(d_k); witness: attention(np.eye(2), 3 * np.eye(2), np.arange(6.0).reshape(2, 3))
import numpy as np


def attention(Q, K, V, mask=None):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(V.shape[-1])
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ V
