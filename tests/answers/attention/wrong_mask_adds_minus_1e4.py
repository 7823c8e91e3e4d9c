# WRONG: the mask adds -1e4 to the score: a blocked score of +1e4 still counts
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None: s = s + np.asarray(mask) * -1e4
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
