import numpy as np
def impute_mean(X):
    seen = X == X
    tot = np.sum(X, axis=0, where=seen, dtype=np.float64)
    mean = tot / np.maximum(seen.sum(axis=0), 1)
    return np.where(seen, X, mean)
