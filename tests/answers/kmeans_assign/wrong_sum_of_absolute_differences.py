# WRONG: Manhattan distance, same order for one feature; witness: kmeans_assign(np.zeros((1, 2)), np.array([[0.0, 3.0], [2.0, 2.0]]))
import numpy as np


def kmeans_assign(X, centroids):
    return np.abs(X[:, None] - centroids).sum(-1).argmin(-1)
