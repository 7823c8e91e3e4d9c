# WRONG: updates the caller's start centroids in place; witness: [c := np.zeros((1, 1)), kmeans(np.array([[1.0], [3.0]]), c, 3), c]
import numpy as np


def kmeans(X, centroids, max_iters):
    def assign():
        return np.argmin(((X[:, None] - centroids[None]) ** 2).sum(2), axis=1)
    for _ in range(max_iters):
        labels, old = assign(), centroids.copy()
        for k in range(len(centroids)):
            if (labels == k).sum():
                centroids[k] = X[labels == k].mean(0)
        if (old == centroids).all():
            break
    return centroids, assign()
