import numpy as np
def impute_mean(X):
    m = np.ma.array(X, mask=np.isnan(X), dtype=np.float64, copy=True)
    fill = np.ma.filled(m.mean(axis=0), 0.0)
    return np.where(np.isnan(X), fill, X)
