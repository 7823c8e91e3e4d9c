import numpy as np
def normalize_rows(X):
    n = np.sqrt(np.sum(X * X, axis=1))
    n[n == 0] = 1
    return np.divide(X.T, n).T
