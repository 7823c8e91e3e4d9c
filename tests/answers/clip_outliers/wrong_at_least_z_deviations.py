# WRONG: >= : an entry at exactly z deviations also becomes the mean ("more than")
import numpy as np
def clip_outliers(x, z):
    out = np.array(x, copy=True)
    if (out == out[0]).all(): return out
    m = out.mean()
    out[np.abs(x - m) >= z * x.std()] = m
    return out
