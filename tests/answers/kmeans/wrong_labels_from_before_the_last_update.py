# WRONG: the labels are those of the last step, from before the last update, not the assignment to the returned centroids; witness: kmeans(np.array([[0.0], [2.0], [3.0], [9.0]]), np.array([[0.0], [3.0]]), 1)
import numpy as np


def kmeans(X, centroids, max_iters):
    C = centroids.copy()
    labels = ((X[:, None] - C) ** 2).sum(-1).argmin(1)
    for _ in range(max_iters):
        labels = ((X[:, None] - C) ** 2).sum(-1).argmin(1)
        new = np.array([X[labels == k].mean(0) if (labels == k).any() else C[k] for k in range(len(C))])
        if (new == C).all():
            break
        C = new
    return C, labels
