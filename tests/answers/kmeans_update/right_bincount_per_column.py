import numpy as np
def kmeans_update(X, labels, centroids):
    K, d = centroids.shape
    n = np.bincount(labels, minlength=K)
    S = np.array([np.bincount(labels, weights=X[:, j], minlength=K) for j in range(d)]).T
    return np.where(n[:, None] > 0, S / np.maximum(n, 1)[:, None], centroids)
