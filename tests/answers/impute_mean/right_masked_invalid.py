import numpy as np
def impute_mean(X):
    M = np.ma.masked_invalid(X)
    return np.where(M.mask, M.mean(axis=0).filled(0), X)
