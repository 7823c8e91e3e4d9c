# WRONG: answers a 0-d input with shape (1,); witness: soft_threshold(np.array(3.0), 1.0)
import numpy as np


def soft_threshold(x, t):
    a = np.atleast_1d(np.asarray(x, dtype=float))
    out = np.zeros(a.shape)
    hi, lo = a > t, a < -t
    out[hi] = a[hi] - t
    out[lo] = a[lo] + t
    return out
