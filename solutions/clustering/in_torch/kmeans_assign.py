import torch


def kmeans_assign(X, centroids):
    """Return the index of the centroid nearest to each point."""
    offsets = X[:, None] - centroids
    return offsets.norm(dim=2).argmin(dim=1)
