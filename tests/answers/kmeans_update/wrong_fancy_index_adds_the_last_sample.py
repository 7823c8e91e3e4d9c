# WRONG: sums[labels] += X adds only the last sample of each cluster; witness: kmeans_update(np.array([[1.0], [3.0]]), np.array([0, 0]), np.zeros((1, 1)))
import numpy as np


def kmeans_update(X, labels, centroids):
    sums = np.zeros(centroids.shape)
    sums[labels] += X
    counts = np.bincount(labels, minlength=len(centroids))
    out = centroids.astype(float)
    full = counts > 0
    out[full] = sums[full] / counts[full, None]
    return out
