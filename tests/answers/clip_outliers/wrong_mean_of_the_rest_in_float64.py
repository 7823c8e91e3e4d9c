# WRONG: outliers become the mean of the remaining entries, not the mean
import numpy as np
def clip_outliers(x, z):
    out = x.astype(float)
    if (x == x[0]).all(): return out
    bad = np.abs(out - out.mean()) > z * out.std()
    if bad.any() and not bad.all(): out[bad] = out[~bad].mean()
    elif bad.all(): out[:] = out.mean()
    return out
