# WRONG: labels kept in int8, which wraps for more than 128 centroids; witness: kmeans_assign(np.array([[199.0]]), np.arange(200.0)[:, None])
import numpy as np


def kmeans_assign(X, centroids):
    d2 = np.zeros((len(X), len(centroids)))
    for f in range(X.shape[1]):
        d2 += np.subtract.outer(X[:, f], centroids[:, f]) ** 2
    return d2.argmin(axis=1).astype(np.int8)
