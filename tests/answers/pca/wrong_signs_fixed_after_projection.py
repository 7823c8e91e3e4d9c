# WRONG: signs are fixed on the components after the projection was computed: X_reduced does not match
import numpy as np
def pca(X, k):
    Z = X.astype(float) - X.mean(0)
    w, V = np.linalg.eigh(Z.T @ Z / len(X)); w, V = np.maximum(w[::-1][:k], 0), V[:, ::-1][:, :k]
    R = Z @ V
    s = np.sign(V[np.abs(V).argmax(0), np.arange(k)])
    return V * s, w, R
