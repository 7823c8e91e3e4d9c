# WRONG: divides by the maximum, not by the range, right only when the minimum is 0; witness: min_max_scale(np.array([[1.0], [2.0], [5.0]]))
import numpy as np


def min_max_scale(X):
    lo, hi = X.min(axis=0), X.max(axis=0)
    safe = (hi > lo) & (hi != 0)
    return np.where(safe, (X - lo) / np.where(safe, hi, 1.0), 0.0)
