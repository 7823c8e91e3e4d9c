import numpy as np


def pca(X, k):
    Z = X - X.mean(axis=0)
    vals, vecs = np.linalg.eigh(Z.T @ Z / len(Z))
    order = np.argsort(vals)[::-1][:k]
    W = vecs[:, order]
    return W, np.maximum(vals[order], 0), Z @ W
