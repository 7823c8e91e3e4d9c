# WRONG: a mask of fewer than the scores' dimensions is only supported as (Tq, Tk): a 1-D (Tk,) mask blocks queries when Tq == Tk
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        mask = np.asarray(mask).astype(bool)
        if mask.ndim == 1 and mask.shape[0] == s.shape[-2]: mask = np.where(mask.all(), mask, mask[:, None] & ~mask[None, :])
        s = np.where(mask, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
