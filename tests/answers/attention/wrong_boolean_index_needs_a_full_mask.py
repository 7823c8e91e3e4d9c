# WRONG: scores[..., mask] only works for a full (Tq, Tk) mask, not for one that broadcasts; witness: attention(np.ones((2, 3, 4)), np.ones((2, 3, 4)), np.arange(24.0).reshape(2, 3, 4), np.array([[False, False, True]]))
import numpy as np


def attention(Q, K, V, mask=None):
    scores = np.matmul(Q, K.swapaxes(-1, -2)) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores[..., np.asarray(mask, dtype=bool)] = -np.inf
    scores -= scores.max(-1, keepdims=True)
    w = np.exp(scores)
    w /= w.sum(-1, keepdims=True)
    return np.matmul(w, V)
