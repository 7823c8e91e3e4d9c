# WRONG: sample deviation (ddof=1) instead of population
import numpy as np
def clip_outliers(x, z):
    out = np.array(x, copy=True)
    if out.size < 2 or (out == out[0]).all(): return out
    m = out.mean()
    out[np.abs(x - m) > z * x.std(ddof=1)] = m
    return out
