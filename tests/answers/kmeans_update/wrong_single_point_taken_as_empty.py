# a cluster of one point is taken for empty
import numpy as np
def kmeans_update(X, labels, centroids):
    return np.array([X[labels == k].mean(0) if (labels == k).sum() > 1 else c for k, c in enumerate(centroids)])
