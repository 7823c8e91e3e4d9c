import numpy as np
def attention(Q, K, V, mask=None):
    scores = np.matmul(Q, np.swapaxes(K, -1, -2), dtype=np.float64) * (1.0 / np.sqrt(K.shape[-1]))
    blocked = np.False_ if mask is None else np.asarray(mask, dtype=bool)
    ok = ~np.broadcast_to(blocked, scores.shape)
    top = np.max(scores, axis=-1, where=ok, initial=-np.inf, keepdims=True)
    e = np.zeros_like(scores)
    np.exp(scores - top, out=e, where=ok)
    return np.matmul(e, V) / np.add.reduce(e, axis=-1)[..., None]
