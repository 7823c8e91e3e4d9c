# WRONG: divides the sum of the rest by all n rows; witness: impute_mean(np.array([[2.0], [4.0], [np.nan]]))
import numpy as np


def impute_mean(X):
    missing = np.isnan(X)
    mean = np.where(missing, 0.0, X).mean(axis=0)
    return np.where(missing, mean, X)
