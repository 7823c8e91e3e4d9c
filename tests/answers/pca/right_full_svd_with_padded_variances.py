import numpy as np
def pca(X, k):
    Z = X - X.mean(0)
    U, s, Vh = np.linalg.svd(Z)
    lam = np.pad(s * s, (0, max(0, X.shape[1] - len(s)))) / len(X)
    V = Vh[:k].T
    return V, lam[:k], Z @ V
