import numpy as np
def attention(Q, K, V, mask=None):
    s = (Q / Q.dtype.type(Q.shape[-1]) ** Q.dtype.type(0.5)) @ K.swapaxes(-2, -1)
    if mask is not None:
        s = s + np.where(mask, -np.inf, 0).astype(s.dtype)
    s -= s.max(-1)[..., None]
    np.exp(s, out=s)
    return (s @ V) / s.sum(-1)[..., None]
