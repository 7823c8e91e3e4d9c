# WRONG: an epsilon in the denominator, columns with a small range do not reach 1; witness: min_max_scale(np.array([[0.0], [1e-7]]))
import numpy as np


def min_max_scale(X):
    lo, hi = X.min(axis=0), X.max(axis=0)
    return (X - lo) / (hi - lo + 1e-9)
