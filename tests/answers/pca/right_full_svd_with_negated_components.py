import numpy as np
def pca(X, k):
    Xc = X.astype(float) - X.mean(axis=0, dtype=float)
    U, s, Vt = np.linalg.svd(Xc, full_matrices=True)
    lam = np.zeros(X.shape[1]); lam[:len(s)] = s ** 2 / len(X)
    W = -Vt.T[:, :k]
    return W, lam[:k], Xc @ W
