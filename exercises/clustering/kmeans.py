"""K-means: Lloyd's algorithm

Cluster points around K centroids. Repeat two steps, starting from the
centroids you are given:

    label_i = argmin_k |x_i - c_k|
    c_k     = mean of the x_i with label_i = k

X          (n, d) points, one per row
centroids  (K, d) where to start; at least one
max_iters  the largest number of assign-and-update steps
returns    (centroids (K, d), labels (n,) of integers)

Stop as soon as a step moves no centroid. The labels that you return must be
the assignment to the centroids that you return.

    >>> X = np.array([[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0]])
    >>> start = np.array([[1.0, 0.0], [9.0, 0.0]])
    >>> centroids, labels = kmeans(X, start, 10)
    >>> centroids
    array([[ 0.,  1.],
           [10.,  1.]])
    >>> labels
    array([0, 0, 1, 1])

Edge cases
- ties: at exactly equal distances, the lower index wins; at distances of
  1e4, a difference of 1e-4 is not a tie
- single ones: one point, one centroid or one feature
- no steps: max_iters = 0 returns the start and its assignment
- empty clusters: a cluster without points keeps its latest centroid
- stopping: stop only when no centroid moves at all, without a tolerance;
  points may be 1e-9 apart, or near 1e6. Do not go on after that, because
  max_iters may be in the thousands
- many clusters: more than 127
"""

import numpy as np


def kmeans(X, centroids, max_iters):
    raise NotImplementedError
