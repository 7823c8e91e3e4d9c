# WRONG: a centroid must be closer by 1e-9 in squared distance, so data of scale 1e-6 all get label 0; witness: kmeans_assign(np.array([[1e-6]]), np.array([[0.0], [1e-6]]))
import numpy as np


def kmeans_assign(X, centroids):
    n = X.shape[0]
    labels, best = np.zeros(n, dtype=np.int64), np.full(n, np.inf)
    for j, c in enumerate(centroids):
        d = np.einsum("ij,ij->i", X - c, X - c)
        upd = d < best - 1e-9
        labels = np.where(upd, j, labels)
        best = np.where(upd, d, best)
    return labels
