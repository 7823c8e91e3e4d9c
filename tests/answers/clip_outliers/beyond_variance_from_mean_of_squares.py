# WRONG: variance as mean of squares minus square of mean: wrong for values with a large offset such as 1e8
import numpy as np
def clip_outliers(x, z):
    x64 = x.astype(float)
    if (x == x[0]).all(): return x64
    m = x64.mean()
    s = np.sqrt(max((x64 ** 2).mean() - m ** 2, 0.0))
    return np.where(np.abs(x64 - m) > z * s, m, x64)
