"""All pairwise distances

The Euclidean distance of every row of X to every row of Y, the core of k-means and nearest neighbours:

    D_ij = sqrt(sum_k (X_ik - Y_jk)^2)

X        (n, d)
Y        (m, d)
returns  (n, m)

    >>> pairwise_distances(np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([[0.0, 0.0], [0.0, 4.0], [3.0, 0.0]]))
    array([[0., 4., 3.],
           [5., 3., 4.]])

Edge cases: identical rows have distance 0, never NaN. The result must also be right, to 1e-6, for points
near (1e4, 1e4) that lie 1e-2 apart.
"""

import numpy as np


def pairwise_distances(X, Y):
    raise NotImplementedError
