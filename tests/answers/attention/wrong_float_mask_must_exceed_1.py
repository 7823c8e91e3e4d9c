# WRONG: only a mask entry equal to True (is bool) or > 1 counts: a float mask of 1.0 is compared with > 1
import numpy as np
def attention(Q, K, V, mask=None):
    s = Q.astype(float) @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        m = np.asarray(mask)
        if m.dtype.kind == "f": m = m > 1
        s = np.where(m, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True) @ V
