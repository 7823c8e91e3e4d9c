# WRONG: an integer mask is inverted with ~: 1 and 0 both become true (0/1 masks)
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None: s = np.where(~np.asarray(mask), s, -np.inf) if np.asarray(mask).dtype == bool else np.where(~np.asarray(mask).astype(int), s, -np.inf)
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
