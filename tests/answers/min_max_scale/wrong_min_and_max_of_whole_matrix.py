# WRONG: minimum and maximum of the whole matrix instead of each column; witness: min_max_scale(np.array([[0.0, 10.0], [1.0, 20.0]]))
import numpy as np


def min_max_scale(X):
    lo, hi = np.min(X), np.max(X)
    varies = X.max(axis=0) > X.min(axis=0)
    return np.where(varies, (X - lo) / (hi - lo if hi > lo else 1.0), 0.0)
