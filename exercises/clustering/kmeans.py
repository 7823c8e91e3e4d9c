"""K-means: Lloyd's algorithm

Run k-means from the given start. One step assigns every point to its nearest centroid (Euclidean), then moves
every centroid to the mean of its points:

    label_i = argmin_k |x_i - c_k|        c_k = mean of the x_i with label_i = k

X          (n, d) points, one a row
centroids  (K, d) where to start; at least one
max_iters  the largest number of assign-and-update steps; 0 leaves the start where it is
returns    (centroids (K, d), labels (n,) of integers)

Stop early as soon as a step moves no centroid at all. The labels returned are the assignment to the centroids
returned.

    >>> X = np.array([[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0]])
    >>> centroids, labels = kmeans(X, np.array([[1.0, 0.0], [9.0, 0.0]]), 10)
    >>> centroids
    array([[ 0.,  1.],
           [10.,  1.]])
    >>> labels
    array([0, 0, 1, 1])

Edge cases: a cluster without points keeps its centroid; a tie goes to the lower index; the start that you are
given stays as it is.
"""

import numpy as np


def kmeans(X, centroids, max_iters):
    raise NotImplementedError
