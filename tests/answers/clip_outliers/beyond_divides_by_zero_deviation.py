# WRONG: divides by the deviation: a constant vector warns
import numpy as np
def clip_outliers(x, z):
    m, s = x.mean(), x.std()
    return np.where(np.abs(x - m) / s > z, m, x)
