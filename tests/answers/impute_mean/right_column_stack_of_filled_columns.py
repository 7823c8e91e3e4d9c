import numpy as np


def _fill(col):
    known = col[col == col]           # NaN is not equal to itself
    out = np.full(col.shape, known.mean() if known.size else 0.0)
    np.copyto(out, col, where=(col == col))
    return out


def impute_mean(X):
    return np.column_stack([_fill(np.asarray(c, dtype=float)) for c in X.T])
