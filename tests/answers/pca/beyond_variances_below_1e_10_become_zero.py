# WRONG: variances below 1e-10 are taken for zero: wrong for data of a small scale
import numpy as np
def pca(X, k):
    Z = X.astype(float) - X.mean(0)
    w, V = np.linalg.eigh(Z.T @ Z / len(X)); w, V = w[::-1][:k], V[:, ::-1][:, :k]
    return V, np.where(w < 1e-10, 0, w), Z @ V
