# modifies a float64 argument in place
import numpy as np
def standardize(X):
    A = X.astype(np.float64, copy=False)
    c = (A == A[0]).all(0)
    s = np.where(c, 1, A.std(0)); m = np.where(c, A[0], A.mean(0))
    A -= m
    return A / s
