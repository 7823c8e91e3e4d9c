# WRONG: the thin SVD: with n < d and k > n fewer than k columns
import numpy as np
def pca(X, k):
    Z = X - X.mean(0)
    U, s, Vt = np.linalg.svd(Z, full_matrices=False)
    return Vt[:k].T, s[:k] ** 2 / len(X), Z @ Vt[:k].T
