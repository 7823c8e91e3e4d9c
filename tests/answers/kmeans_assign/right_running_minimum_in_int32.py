import numpy as np


def kmeans_assign(X, centroids):
    """One centroid at a time, a running minimum (no (n, K, d) array)."""
    best = np.full(len(X), np.inf)
    label = np.zeros(len(X), dtype=np.int32)
    for j, c in enumerate(centroids):
        diff = X - c
        d = np.einsum("ij,ij->i", diff, diff)
        closer = d < best
        best[closer] = d[closer]
        label[closer] = j
    return label
