# WRONG: subtracts the maximum of the whole score array, so a query with far lower scores underflows to 0/0; witness: attention(np.array([[1e4], [-1e4]]), np.ones((2, 1)), np.array([[1.0], [3.0]]))
import numpy as np


def attention(Q, K, V, mask=None):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    scores = scores - scores.max()
    weights = np.exp(scores)
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ V
