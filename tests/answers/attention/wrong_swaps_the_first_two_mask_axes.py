# WRONG: more than one leading axis: the mask (b, Tq, Tk) style is inserted at the wrong axis for 4-D input when the leading sizes are equal
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        mask = np.asarray(mask)
        if mask.ndim == 4 and s.ndim == 4 and mask.shape[1] == 1 and mask.shape[0] == s.shape[1]:
            mask = mask.swapaxes(0, 1)
        s = np.where(mask, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
