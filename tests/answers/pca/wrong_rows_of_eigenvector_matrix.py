# WRONG: components are the rows of the eigenvector matrix instead of its columns; witness: np.cov(pca(np.array([[0.0, 0.0, 1.0], [1.0, 3.0, 2.0], [3.0, 2.0, 0.0], [-4.0, 1.0, 7.0]]), 3)[2], rowvar=False, bias=True).round(6)
import numpy as np


def pca(X, k):
    Z = X - X.mean(axis=0)
    vals, vecs = np.linalg.eigh(Z.T @ Z / len(Z))
    order = np.argsort(vals)[::-1][:k]
    W = vecs[order].T
    return W, np.maximum(vals[order], 0), Z @ W
