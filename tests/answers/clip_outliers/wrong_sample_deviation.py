# WRONG: sample standard deviation (ddof=1); witness: clip_outliers(np.array([0.0, 0.0, 3.0]), 1.3)
import numpy as np


def clip_outliers(x, z):
    if x.min() == x.max():
        return x.copy()
    mu, sigma = x.mean(), x.std(ddof=1)
    return np.where(np.abs(x - mu) > z * sigma, mu, x)
