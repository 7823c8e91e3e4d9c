import numpy as np


def gini(y):
    s = np.sort(y)
    if s.shape[0] < 2:
        return np.float64(0)
    same = np.searchsorted(s, s, side="right") - np.searchsorted(s, s, side="left")
    return 1.0 - np.mean(same / s.shape[0])
