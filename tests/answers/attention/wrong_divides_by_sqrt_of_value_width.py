# WRONG: scales by the square root of d_v
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(V.shape[-1])
    if mask is not None: s = np.where(mask, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
