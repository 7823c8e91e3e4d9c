# WRONG: replaces by the mean of the remaining entries, not by the mean; witness: clip_outliers(np.array([0.0, 2.0, 0.0, 2.0, 50.0]), 1.5)
import numpy as np


def clip_outliers(x, z):
    if x.min() == x.max():
        return x.copy()
    far = np.abs(x - x.mean()) > z * x.std()
    out = x.copy()
    if far.any() and not far.all():
        out[far] = x[~far].mean()
    elif far.all():
        out[:] = x.mean()
    return out
