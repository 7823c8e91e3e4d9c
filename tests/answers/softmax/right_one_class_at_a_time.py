import numpy as np


def softmax(x, axis=-1):
    """p_i = 1 / sum_j exp(x_j - x_i), one class at a time, the exponent capped"""
    x = np.asarray(x, dtype=float)
    if x.ndim == 0:
        return 1.0
    t = np.moveaxis(x, axis, -1)
    p = np.empty(t.shape)
    for i in range(t.shape[-1]):
        p[..., i] = 1.0 / np.exp(np.minimum(t - t[..., i:i + 1], 600.0)).sum(-1)
    return np.moveaxis(p, -1, axis)
