# WRONG: K is taken from labels.max() + 1, so trailing empty clusters vanish; witness: kmeans_update(np.ones((2, 1)), np.array([0, 0]), np.array([[0.0], [7.0]])).shape
import numpy as np


def kmeans_update(X, labels, centroids):
    rows = []
    for k in range(int(np.max(labels)) + 1):
        pick = labels == k
        rows.append(X[pick].mean(axis=0) if pick.any() else centroids[k])
    return np.array(rows)
