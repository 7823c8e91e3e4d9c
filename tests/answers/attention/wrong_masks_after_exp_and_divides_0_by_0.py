# WRONG: the maximum is taken over blocked scores too and the mask applied after exp, so a large blocked score underflows all seen ones to 0/0; witness: attention(np.ones((1, 1)), np.array([[0.0], [1e4]]), np.array([[1.0], [2.0]]), np.array([[False, True]]))
import numpy as np


def attention(Q, K, V, mask=None):
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    w = np.exp(scores - scores.max(axis=-1, keepdims=True))
    if mask is not None:
        w = w * (1 - np.asarray(mask).astype(float))
    return (w / w.sum(axis=-1, keepdims=True)) @ V
