import numpy as np
def attention(Q, K, V, mask=None):
    Qs = Q.astype(np.float64) / np.sqrt(Q.shape[-1])
    s = Qs @ np.moveaxis(K, -1, -2)
    if mask is not None:
        s = np.ma.array(s, mask=np.broadcast_to(np.asarray(mask).astype(bool), s.shape))
        s = s.filled(-1e30)
    z = s - np.max(s, axis=-1)[..., np.newaxis]
    p = np.exp(z - np.log(np.exp(z).sum(-1, keepdims=True)))
    return (p[..., None] * V[..., None, :, :]).sum(-2)
