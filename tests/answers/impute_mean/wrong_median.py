# WRONG: the median instead of the mean; witness: impute_mean(np.array([[0.0], [0.0], [9.0], [np.nan]]))
import numpy as np


def impute_mean(X):
    out = np.array(X, dtype=float)
    for col in out.T:
        bad = np.isnan(col)
        col[bad] = np.median(col[~bad]) if not bad.all() else 0.0
    return out
