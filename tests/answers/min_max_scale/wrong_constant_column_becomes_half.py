# WRONG: a constant column becomes 0.5, the middle of the range; witness: min_max_scale(np.array([[3.0, 0.0], [3.0, 1.0]]))
import numpy as np


def min_max_scale(X):
    lo, hi = X.min(axis=0), X.max(axis=0)
    span = hi - lo
    return np.where(span > 0, (X - lo) / np.where(span > 0, span, 1), 0.5)
