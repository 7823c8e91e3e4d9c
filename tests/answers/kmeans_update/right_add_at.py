import numpy as np


def kmeans_update(X, labels, centroids):
    sums = np.zeros(centroids.shape)
    np.add.at(sums, labels, X)
    n = np.bincount(labels, minlength=len(centroids))[:, None]
    out = np.array(centroids, dtype=float)
    np.divide(sums, n, out=out, where=n > 0)
    return out
