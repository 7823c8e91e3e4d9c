# WRONG: writes the means into the caller's centroids; witness: [c := np.zeros((1, 1)), kmeans_update(np.ones((2, 1)), np.array([0, 0]), c), c]
import numpy as np


def kmeans_update(X, labels, centroids):
    new = np.asarray(centroids)
    for k in np.unique(labels):
        new[k] = X[labels == k].mean(axis=0)
    return new
