# WRONG: asarray with dtype=float does not copy a float64 argument, which is then modified; witness: [x := np.array([0.0, 0.0, 0.0, 9.0]), clip_outliers(x, 1.0), x][2]
import numpy as np


def clip_outliers(x, z):
    out = np.asarray(x, dtype=float)
    if out.min() == out.max():
        return out.copy()
    mu, sigma = out.mean(), out.std()
    out[np.abs(out - mu) > z * sigma] = mu
    return out
