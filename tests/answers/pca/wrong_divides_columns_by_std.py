# WRONG: columns are also divided by their standard deviation (correlation PCA); witness: pca(np.array([[0.0, 0.0], [1.0, 10.0], [2.0, 5.0]]), 2)[1]
import numpy as np


def pca(X, k):
    Z = X - X.mean(axis=0)
    sd = Z.std(axis=0)
    Z = Z / np.where(sd > 1e-12, sd, 1.0)
    w, V = np.linalg.eigh(Z.T @ Z / len(Z))
    W = V[:, ::-1][:, :k]
    return W, np.maximum(w[::-1][:k], 0), Z @ W
