# WRONG: ~mask on a 0/1 integer mask is never 0, so nothing is blocked; witness: attention(np.ones((2, 1)), np.ones((2, 1)), np.array([[1.0], [3.0]]), np.array([[0, 1], [0, 0]]))
import numpy as np


def attention(Q, K, V, mask=None):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(~np.asarray(mask), scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ V
