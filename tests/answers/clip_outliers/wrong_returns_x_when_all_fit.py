# WRONG: returns x itself when nothing is an outlier (copy: shares no memory)
import numpy as np
def clip_outliers(x, z):
    m = x.mean()
    bad = np.abs(x - m) > z * x.std()
    if (x == x[0]).all() or not bad.any(): return x
    return np.where(bad, m, x)
