import numpy as np
def normalize_rows(X):
    X = X.astype(np.float64)
    big = np.abs(X).max(axis=1, keepdims=True)
    Y = np.divide(X, big, out=np.zeros_like(X), where=big > 0)
    n = np.linalg.norm(Y, axis=1, keepdims=True)
    return Y / np.where(n == 0, 1, n)
