# WRONG: rotates in place, the caller's x changes; witness: [x := np.ones((1, 2)), rope(x, np.array([1])), x]
import numpy as np


def rope(x, positions, base=10000.0):
    d = x.shape[-1]
    ang = np.outer(positions, base ** (-np.arange(0, d, 2) / d))
    c, s = np.cos(ang), np.sin(ang)
    u, v = x[..., 0::2].copy(), x[..., 1::2].copy()
    out = x.view()
    out[..., 0::2] = u * c - v * s
    out[..., 1::2] = u * s + v * c
    return out
