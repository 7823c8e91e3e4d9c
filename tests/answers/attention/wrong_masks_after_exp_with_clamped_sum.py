# WRONG: subtracts the maximum over keys before masking: when a blocked key has by far the largest score, all others underflow (0/0)
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    e = np.exp(s - s.max(-1, keepdims=True))
    if mask is not None: e = np.where(mask, 0.0, e)
    return e / np.maximum(e.sum(-1, keepdims=True), 1e-300) @ V
