import numpy as np


def pca(X, k):
    """Full SVD; missing singular values (n < d) are zero."""
    Z = np.asarray(X, dtype=float)
    n, d = Z.shape
    Z = Z - np.average(Z, axis=0)
    _, s, Vt = np.linalg.svd(Z, full_matrices=True)
    var = np.zeros(d)
    var[:s.size] = s ** 2 / n
    comp = Vt[:k].T
    return [comp, var[:k], Z.dot(comp)]
