# mean over every row, NaN counted as 0 when more than half is missing
import numpy as np
def impute_mean(X):
    bad = np.isnan(X); k = (~bad).sum(0)
    k = np.where(k * 2 < len(X), len(X), k)
    return np.where(bad, np.where(bad, 0, X).sum(0) / k, X)
