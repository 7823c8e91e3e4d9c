import numpy as np
def impute_mean(X):
    out = X.copy()
    hole = np.isnan(out)
    out[hole] = 0
    n = len(out) - hole.sum(0)
    out[hole] = np.broadcast_to(out.sum(0) / np.where(n, n, 1), out.shape)[hole]
    return out
