# WRONG: explained variance as a ratio of the total; witness: pca(np.array([[0.0, 0.0], [2.0, 1.0], [4.0, 3.0]]), 2)[1]
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
    total = var.sum()
    return [comp, var[:k] / total if total > 0 else var[:k], Z.dot(comp)]
