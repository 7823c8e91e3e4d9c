# WRONG: returns singular values / sqrt(n) (standard deviations) instead of variances; witness: pca(np.array([[0.0, 0.0], [2.0, 1.0], [4.0, 3.0]]), 1)[1]
import numpy as np


def pca(X, k):
    """Full SVD; missing singular values (n < d) are zero."""
    Z = np.asarray(X, dtype=float)
    n, d = Z.shape
    Z = Z - np.average(Z, axis=0)
    _, s, Vt = np.linalg.svd(Z, full_matrices=True)
    var = np.zeros(d)
    var[:s.size] = s / np.sqrt(n)
    comp = Vt[:k].T
    return [comp, var[:k], Z.dot(comp)]
