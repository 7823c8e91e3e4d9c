# WRONG: an empty cluster takes the mean of all samples; witness: kmeans_update(np.array([[1.0], [3.0]]), np.array([0, 0]), np.array([[0.0], [7.0]]))
import numpy as np


def kmeans_update(X, labels, centroids):
    return np.stack([X[labels == k].mean(0) if (labels == k).any() else X.mean(0) for k in range(len(centroids))])
