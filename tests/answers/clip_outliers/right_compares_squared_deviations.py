import numpy as np
def clip_outliers(x, z):
    m = x.mean()
    return np.where((x - m) ** 2 > z * z * x.var(), m, x) if np.unique(x).size > 1 else x.copy()
