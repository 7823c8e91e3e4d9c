import numpy as np


def impute_mean(X):
    ok = np.isfinite(X).astype(float)
    weights = np.nan_to_num(np.asarray(X, dtype=np.float64), copy=True, nan=0.0)
    count = np.einsum("ij->j", ok)
    mean = np.divide(weights.sum(0), count, out=np.zeros(X.shape[1]), where=count > 0)
    return weights + (1 - ok) * mean
