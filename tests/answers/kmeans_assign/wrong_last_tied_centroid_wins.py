# WRONG: <= lets the last of tied centroids win; witness: kmeans_assign(np.zeros((1, 1)), np.array([[1.0], [-1.0]]))
import numpy as np


def kmeans_assign(X, centroids):
    best = np.full(len(X), np.inf)
    labels = np.zeros(len(X), dtype=int)
    for k in range(len(centroids)):
        d = ((X - centroids[k]) ** 2).sum(axis=1)
        take = d <= best
        labels[take] = k
        best = np.minimum(best, d)
    return labels
