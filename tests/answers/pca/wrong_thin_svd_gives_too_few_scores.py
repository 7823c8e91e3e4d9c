# WRONG: a thin SVD gives only min(n, d) components, so k > n fails to fill (d, k); witness: [a.shape for a in pca(np.arange(6.0).reshape(2, 3) ** 2, 3)]
import numpy as np


def pca(X, k):
    Z = X - X.mean(0)
    U, s, Vt = np.linalg.svd(Z, full_matrices=False)
    return Vt[:k].T, s[:k] ** 2 / len(X), U[:, :k] * s[:k]
