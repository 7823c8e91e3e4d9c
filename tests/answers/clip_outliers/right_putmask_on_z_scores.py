import numpy as np
def clip_outliers(x, z):
    y = np.array(x, dtype=np.float64, copy=True)
    if np.ptp(y) == 0:
        return y
    mu = np.average(y)
    dev = np.abs(y - mu) / np.sqrt(np.mean(np.square(y - mu)))
    np.putmask(y, dev > z, mu)
    return y
