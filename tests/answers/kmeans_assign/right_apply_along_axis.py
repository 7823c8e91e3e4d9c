import numpy as np


def kmeans_assign(X, centroids):
    def nearest(x):
        gap = np.square(centroids - x).sum(axis=1)
        return min(range(len(gap)), key=gap.__getitem__)
    return np.apply_along_axis(nearest, 1, X)
