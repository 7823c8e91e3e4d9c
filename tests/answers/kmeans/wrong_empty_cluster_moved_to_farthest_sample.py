# WRONG: an empty cluster is moved to the sample farthest from its centroid instead of keeping its centroid; witness: kmeans(np.array([[0.0], [1.0], [2.0]]), np.array([[1.0], [50.0]]), 5)
import numpy as np


def kmeans(X, centroids, max_iters):
    C = np.array(centroids, dtype=float)
    assign = lambda C: ((X[:, None] - C) ** 2).sum(-1).argmin(1)
    labels = assign(C)
    for _ in range(max_iters):
        new = C.copy()
        for k in range(len(C)):
            if np.any(labels == k):
                new[k] = X[labels == k].mean(axis=0)
            else:
                new[k] = X[((X - C[labels]) ** 2).sum(1).argmax()]
        if np.array_equal(new, C):
            break
        C = new
        labels = assign(C)
    return C, labels
