# Manhattan distance
import numpy as np
def kmeans_assign(X, centroids):
    return np.abs(X[:, None] - centroids).sum(-1).argmin(1)
