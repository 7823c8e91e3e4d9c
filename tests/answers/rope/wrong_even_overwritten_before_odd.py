# WRONG: the even column is overwritten before the odd one is computed (even is a view of the copy); witness: rope(np.ones((1, 2)), np.array([1]))
import numpy as np


def rope(x, positions, base=10000.0):
    d = x.shape[-1]
    theta = np.asarray(positions, dtype=float)[:, None] * base ** (-np.arange(0, d, 2) / d)
    cos, sin = np.cos(theta), np.sin(theta)
    out = np.array(x, dtype=float)
    even, odd = out[..., 0::2], out[..., 1::2]
    out[..., 0::2] = even * cos - odd * sin
    out[..., 1::2] = even * sin + odd * cos
    return out
