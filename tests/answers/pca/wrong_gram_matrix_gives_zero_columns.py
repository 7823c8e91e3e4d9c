# WRONG: for n < d the Gram trick: components of zero variance are zero columns (unit columns)
import numpy as np
def pca(X, k):
    Z = X.astype(float) - X.mean(0)
    n, d = Z.shape
    if n >= d:
        w, V = np.linalg.eigh(Z.T @ Z / n); w, V = np.maximum(w[::-1][:k], 0), V[:, ::-1][:, :k]
        return V, w, Z @ V
    w, U = np.linalg.eigh(Z @ Z.T / n); w, U = np.maximum(w[::-1], 0), U[:, ::-1]
    V = np.zeros((d, k)); lam = np.zeros(k)
    for i in range(min(n, k)):
        v = Z.T @ U[:, i]; s = np.linalg.norm(v)
        if s > 1e-10: V[:, i] = v / s; lam[i] = w[i]
    return V, lam, Z @ V
