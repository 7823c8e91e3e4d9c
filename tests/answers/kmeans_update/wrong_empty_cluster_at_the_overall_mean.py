# an empty cluster is moved to the mean of all points
import numpy as np
def kmeans_update(X, labels, centroids):
    return np.array([X[labels == k].mean(0) if (labels == k).any() else X.mean(0) for k in range(len(centroids))])
