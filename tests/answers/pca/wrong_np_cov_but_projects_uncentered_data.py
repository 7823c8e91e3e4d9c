# WRONG: X_reduced is projected from the uncentred data; witness: pca(np.array([[1.0, 5.0], [2.0, 9.0]]), 1)[2].mean().round(6)
import numpy as np


def pca(X, k):
    cov = np.atleast_2d(np.cov(X.T, bias=True))
    w, V = np.linalg.eigh(cov)
    W = V[:, ::-1][:, :k]
    return W, np.clip(w[::-1][:k], 0, None), X @ W
