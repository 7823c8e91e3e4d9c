import numpy as np


def clip_outliers(x, z):
    x = np.asarray(x, dtype=np.float64)
    result = np.empty_like(x)
    result[...] = x
    if (lo := x.min()) == (hi := x.max()):
        return result
    mean = x.sum() / x.size
    std = np.sqrt(np.square(x - mean).sum() / x.size)
    np.putmask(result, np.abs(x - mean) > z * std, mean)
    return result
