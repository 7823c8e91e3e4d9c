# WRONG: returns X itself when there is no NaN (copy: shares no memory)
import numpy as np
def impute_mean(X):
    bad = np.isnan(X)
    if not bad.any(): return X
    m = np.where(bad, 0, X).sum(0) / np.maximum((~bad).sum(0), 1)
    return np.where(bad, m, X)
