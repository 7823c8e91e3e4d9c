import numpy as np


class LayerNorm:
    def __init__(self, gamma, beta, eps):
        self.scale, self.shift, self.eps = (np.asarray(gamma, float), np.asarray(beta, float), eps)

    def __call__(self, x):
        d = x.shape[-1]
        c = x - x[..., :1]
        c = c - (np.einsum("...i->...", c) / d)[..., None]
        r = np.sqrt(np.einsum("...i,...i->...", c, c) / d + self.eps)
        return np.einsum("...i,i,...->...i", c, self.scale, 1.0 / r) + self.shift


def layer_norm(x, gamma, beta, eps=1e-5):
    return LayerNorm(gamma, beta, eps)(np.asarray(x, dtype=np.float64))
