"""K-means: assign each point

The first half of a k-means step: for every point, find the nearest centroid.

    label_i = argmin_k |x_i - c_k|       Euclidean distance

X          (n, d) points, one per row
centroids  (K, d)
returns    labels (n,), integers from 0 to K - 1

    >>> X = np.array([[0.0, 0.0], [1.0, 1.0], [6.0, 5.0]])
    >>> kmeans_assign(X, np.array([[5.0, 5.0], [0.0, 1.0]]))
    array([1, 1, 0])

Edge cases
- ties: at exactly equal distances, the lower index wins
- single ones: one point, one centroid or one feature
- close calls: use no tolerance; a centroid that is nearer by 1e-6 wins, and
  so does one that is nearer by 1e-4 at distances of 1e4
- many centroids: more than 127
"""

import numpy as np


def kmeans_assign(X, centroids):
    raise NotImplementedError
