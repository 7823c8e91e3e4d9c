# WRONG: a deviation below 1e-8 counts as constant: small-scale data keep their outliers
import numpy as np
def clip_outliers(x, z):
    m, s = x.mean(), x.std()
    if s < 1e-8: return x.copy()
    return np.where(np.abs(x - m) > z * s, m, x)
