# WRONG: a mask with one axis less than the scores gets a head axis at position 1 (NumPy's broadcasting puts it at the front)
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        mask = np.asarray(mask)
        if s.ndim == 4 and mask.ndim == 3: mask = mask[:, None]
        s = np.where(mask, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
