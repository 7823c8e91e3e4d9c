import numpy as np
def kmeans_assign(X, centroids):
    best = np.full(len(X), np.inf); lab = np.zeros(len(X), np.int32)
    for k, c in enumerate(centroids.astype(float)):
        D = X - c; q = np.einsum('ij,ij->i', D, D)
        m = q < best
        best[m] = q[m]; lab[m] = k
    return lab
