import numpy as np


def _rotate_pairs(x):
    # (u, v) -> (-v, u)
    swapped = x[..., np.arange(x.shape[-1]) ^ 1]
    return swapped * np.tile([-1.0, 1.0], x.shape[-1] // 2)


def rope(x, positions, base=10000.0):
    d = x.shape[-1]
    inv_freq = 1.0 / (base ** (np.arange(0, d, 2, dtype=np.float64) / d))
    ang = np.repeat(np.outer(positions, inv_freq), 2, axis=-1)
    return x * np.cos(ang) + _rotate_pairs(x) * np.sin(ang)
