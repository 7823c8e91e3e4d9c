import numpy as np
def attention(Q, K, V, mask=None):
    s = np.einsum("...qd,...kd->...qk", Q.astype(float), K.astype(float)) / Q.shape[-1] ** 0.5
    if mask is not None:
        s = np.where(np.broadcast_to(np.asarray(mask) != 0, s.shape), -np.inf, s)
    w = np.exp(s - s.max(-1, keepdims=True))
    return np.einsum("...qk,...kv->...qv", w / w.sum(-1, keepdims=True), V)
