# WRONG: fills with the mean of all known entries of the matrix instead of the column's; witness: impute_mean(np.array([[1.0, 10.0], [np.nan, 20.0]]))
import numpy as np


def impute_mean(X):
    missing = np.isnan(X)
    if missing.all():
        return np.zeros(X.shape)
    fill = np.where(missing.all(axis=0), 0.0, X[~missing].mean())
    return np.where(missing, fill, X)
