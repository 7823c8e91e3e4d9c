# WRONG: a (Tk,) mask is taken as a mask of queries when Tq == Tk (blocked rows then stay open)
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        mask = np.asarray(mask).astype(bool)
        if mask.ndim == 1 and len(mask) == s.shape[-2]: mask = np.where(mask[:, None], False, mask[:, None])
        s = np.where(mask, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
