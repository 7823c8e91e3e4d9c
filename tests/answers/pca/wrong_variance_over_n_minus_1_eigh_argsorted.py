# WRONG: covariance with 1/(n - 1); witness: pca(np.array([[0.0, 0.0], [2.0, 1.0], [4.0, 3.0]]), 1)[1]
import numpy as np


def pca(X, k):
    Z = X - X.mean(axis=0)
    vals, vecs = np.linalg.eigh(Z.T @ Z / max(len(Z) - 1, 1))
    order = np.argsort(vals)[::-1][:k]
    W = vecs[:, order]
    return W, np.maximum(vals[order], 0), Z @ W
