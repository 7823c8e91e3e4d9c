"""K-means: move the centroids

The second half of a k-means step: every centroid moves to the mean of the
points that have its label.

    c_k = mean of the x_i with label_i = k

X          (n, d) points, one per row
labels     (n,) integers from 0 to K - 1, in any order
centroids  (K, d) where the centroids are now
returns    a new array (K, d)

    >>> X = np.array([[0.0, 0.0], [4.0, 2.0], [2.0, 7.0]])
    >>> centroids = np.array([[1.0, 1.0], [9.0, 8.0], [3.0, 6.0]])
    >>> kmeans_update(X, np.array([0, 0, 2]), centroids)
    array([[2., 1.],
           [9., 8.],
           [2., 7.]])

Edge cases
- empty clusters: a cluster without points keeps its centroid, also when it
  is the last one; a mean of 0 does not make a cluster empty
- single ones: one point, one cluster, one feature, one point per cluster
- nothing moves: the result is still a new array
- small integer types: labels may be uint8 or int8
"""

import numpy as np


def kmeans_update(X, labels, centroids):
    raise NotImplementedError
