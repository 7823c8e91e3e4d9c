import numpy as np
def clip_outliers(x, z):
    y = x.astype(np.float64)
    m = y.mean()
    bad = np.ma.masked_greater(np.abs(y - m), z * y.std()) if y.min() < y.max() else np.ma.array(y)
    keep = ~np.ma.getmaskarray(bad)
    return np.where(keep, y, m).astype(x.dtype)
