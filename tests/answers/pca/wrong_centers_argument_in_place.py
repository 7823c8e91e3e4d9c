# WRONG: centres X in place, the caller's data changes; witness: [X := np.array([[1.0, 5.0], [2.0, 9.0]]), pca(X, 1)[1], X]
import numpy as np


def pca(X, k):
    X -= X.mean(axis=0)
    _, s, Vt = np.linalg.svd(X, full_matrices=True)
    lam = np.zeros(X.shape[1])
    lam[:len(s)] = s ** 2 / len(X)
    return Vt[:k].T, lam[:k], X @ Vt[:k].T
