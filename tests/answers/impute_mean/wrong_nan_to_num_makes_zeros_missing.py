# original zeros are treated as missing too
import numpy as np
def impute_mean(X):
    A = np.nan_to_num(X); k = np.count_nonzero(A, axis=0)
    return np.where(A == 0, A.sum(0) / np.maximum(k, 1), A)
