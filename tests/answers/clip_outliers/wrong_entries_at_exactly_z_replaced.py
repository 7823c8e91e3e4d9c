# WRONG: entries exactly z deviations away are replaced too (>= instead of >); witness: clip_outliers(np.array([0.0, 2.0]), 1.0)
import numpy as np


def clip_outliers(x, z):
    if x.min() == x.max():
        return x.copy()
    mu, sigma = x.mean(), x.std()
    out = x.copy()
    out[np.abs(x - mu) >= z * sigma] = mu
    return out
