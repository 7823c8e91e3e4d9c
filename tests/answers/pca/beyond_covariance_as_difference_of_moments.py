# WRONG: covariance as E[xx'] - mm': wrong for data with a large offset
import numpy as np
def pca(X, k):
    X = X.astype(float); m = X.mean(0)
    C = X.T @ X / len(X) - np.outer(m, m)
    w, V = np.linalg.eigh(C); w, V = w[::-1][:k], V[:, ::-1][:, :k]
    return V, np.maximum(w, 0), (X - m) @ V
