# WRONG: without an outlier it returns the argument itself, not a copy; witness: [x := np.array([1.0, 2.0, 3.0]), np.shares_memory(x, clip_outliers(x, 3.0))][1]
import numpy as np


def clip_outliers(x, z):
    mu, sigma = x.mean(), x.std()
    far = np.abs(x - mu) > z * sigma
    if not far.any() or x.min() == x.max():
        return x
    out = x.copy()
    out[far] = mu
    return out
