# WRONG: blocked scores are filled with -1e4 (a half-precision habit), which does not block when the seen scores are -1e4; witness: attention(np.ones((1, 1)), np.array([[-1e4], [0.0]]), np.array([[1.0], [2.0]]), np.array([[False, True]]))
import numpy as np


def attention(Q, K, V, mask=None):
    scores = np.einsum("...qd,...kd->...qk", Q, K) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, -1e4, scores)
    scores = scores - np.max(scores, axis=-1, keepdims=True)
    p = np.exp(scores)
    return np.einsum("...qk,...kv->...qv", p / p.sum(-1, keepdims=True), V)
