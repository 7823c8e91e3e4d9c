# WRONG: pairs column i with i + d/2 (rotate_half layout) instead of 2i with 2i + 1, same for d = 2; witness: rope(np.arange(4.0).reshape(1, 4), np.array([1]))
import numpy as np


def rope(x, positions, base=10000.0):
    d = x.shape[-1]
    freq = base ** (-np.arange(0, d, 2) / d)
    ang = np.outer(positions, freq)
    ang = np.concatenate([ang, ang], axis=-1)
    half = np.concatenate([-x[..., d // 2:], x[..., :d // 2]], axis=-1)
    return x * np.cos(ang) + half * np.sin(ang)
