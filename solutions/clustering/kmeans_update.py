"""Cluster means, written into a copy of the centroids.

Starting from a copy has two effects: the caller's array does not change, and a cluster without points is never
touched, so 0 / 0 is never computed. The number of clusters comes from the centroids: the labels do not show it
when the last cluster is empty.

O(n log n + n K + n d) time, where the sort is inside np.unique; O(n d) memory.
"""

import numpy as np


def kmeans_update(X, labels, centroids):
    """The mean of each cluster's points (K, d); an empty cluster keeps its centroid."""
    moved = centroids.copy()
    for k in np.unique(labels):
        moved[k] = X[labels == k].mean(axis=0)  # (d,)
    return moved


# What an interviewer asks next
#
# How would you do it without a loop? Sum with np.add.at(sums, labels, X), or with a one-hot matrix, one_hot.T @ X,
# and divide by np.bincount(labels, minlength=K) where that is positive.
#
# Why the mean? It is the point with the smallest sum of squared distances to the cluster's points. For
# the Manhattan distance it is the median, coordinate by coordinate, and the method is called k-medians.
#
# What else can be done with an empty cluster? Move it to the point farthest from its centroid (scikit-learn),
# split the largest cluster, or drop it. Keeping it is the simplest rule under which the loss never rises.
