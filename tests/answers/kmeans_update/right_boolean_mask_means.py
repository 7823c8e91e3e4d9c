import numpy as np


def kmeans_update(X, labels, centroids):
    new = np.array(centroids, dtype=float)
    for k in range(len(new)):
        members = X[labels == k]
        if len(members):
            new[k] = members.mean(axis=0)
    return new
