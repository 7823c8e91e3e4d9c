# WRONG: stops when labels repeat, with all-zero labels as the first comparison, so nothing happens if all samples start in cluster 0; witness: kmeans(np.array([[1.0], [3.0]]), np.zeros((1, 1)), 10)
import numpy as np


def kmeans(X, centroids, max_iters):
    C = np.array(centroids, dtype=float)
    labels = np.zeros(len(X), dtype=int)
    for _ in range(max_iters):
        new = np.linalg.norm(X[:, None] - C, axis=2).argmin(axis=1)
        if (new == labels).all():
            break
        labels = new
        for k in np.unique(labels):
            C[k] = X[labels == k].mean(axis=0)
    return C, np.linalg.norm(X[:, None] - C, axis=2).argmin(axis=1)
