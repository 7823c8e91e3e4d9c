# WRONG: only entries above the mean are looked at; witness: clip_outliers(np.array([-10.0, 0.0, 0.0, 0.0]), 1.5)
import numpy as np


def clip_outliers(x, z):
    if x.min() == x.max():
        return x.copy()
    mu, sigma = x.mean(), x.std()
    out = x.copy()
    out[(x - mu) > z * sigma] = mu
    return out
