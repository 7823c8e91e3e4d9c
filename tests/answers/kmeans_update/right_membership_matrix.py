import numpy as np


def kmeans_update(X, labels, centroids):
    """One-hot membership matrix."""
    member = (np.asarray(labels)[None, :] == np.arange(len(centroids))[:, None]).astype(float)   # (K, n)
    size = member.sum(axis=1, keepdims=True)
    return np.where(size > 0, member @ X / np.maximum(size, 1), centroids)
