# WRONG: covariance with 1/(n-1) (n = 1: divides by 1)
import numpy as np
def pca(X, k):
    Z = X.astype(float) - X.mean(0)
    w, V = np.linalg.eigh(Z.T @ Z / max(len(X) - 1, 1)); w, V = np.maximum(w[::-1][:k], 0), V[:, ::-1][:, :k]
    return V, w, Z @ V
