from dataclasses import dataclass
import numpy as np


@dataclass
class _Head:
    scale: float

    def weights(self, q, k, allowed):
        z = np.matmul(q, np.swapaxes(k, -2, -1)) * self.scale
        allowed = np.broadcast_to(allowed, z.shape)
        top = np.max(z, axis=-1, keepdims=True, where=allowed, initial=-np.inf)
        w = np.zeros_like(z)
        np.exp(z - top, where=allowed, out=w)
        return w, w.sum(axis=-1, keepdims=True)


def attention(Q, K, V, mask=None):
    head = _Head(1.0 / float(np.sqrt(Q.shape[-1])))
    allowed = np.True_ if mask is None else np.logical_not(mask)
    w, z = head.weights(Q, K, allowed)
    return (w @ V) / z          # normalise last: fewer divisions
