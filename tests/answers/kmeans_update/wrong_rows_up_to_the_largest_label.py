# fewer rows when the last cluster is empty
import numpy as np
def kmeans_update(X, labels, centroids):
    K = labels.max() + 1
    return np.array([X[labels == k].mean(0) if (labels == k).any() else centroids[k] for k in range(K)])
