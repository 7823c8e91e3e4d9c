# WRONG: an all-NaN column becomes the overall mean instead of 0
import numpy as np
def impute_mean(X):
    bad = np.isnan(X)
    k = (~bad).sum(0)
    m = np.where(bad, 0, X).sum(0) / np.maximum(k, 1)
    if (~bad).any(): m = np.where(k == 0, X[~bad].mean(), m)
    return np.where(bad, m, X)
