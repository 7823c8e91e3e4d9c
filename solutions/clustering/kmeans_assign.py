"""Nearest centroid by broadcasting.

A new axis in X compares every point with every centroid at once. The norm over the coordinates leaves the
distances (n, K), and argmin already takes the first of equal entries, which is the tie rule of the task.

O(n K d) time and memory.
"""

import numpy as np


def kmeans_assign(X, centroids):
    """The index (n,) of each row's nearest centroid."""
    offsets = X[:, None, :] - centroids  # (n, K, d)
    distances = np.linalg.norm(offsets, axis=2)  # (n, K)
    return np.argmin(distances, axis=1)


# What an interviewer asks next
#
# Is the square root needed? No: it is increasing, so the squared distances have the same argmin.
#
# What if n K d does not fit into memory? Expand |x - c|² = |x|² - 2 x·c + |c|². The first term does not depend on
# k, so argmin of |c|² - 2 X Cᵀ is enough, with an (n, K) matrix only. Or go through X in chunks.
#
# What does the expansion cost? Accuracy: for points far from the origin it subtracts large, nearly equal
# numbers.
#
# Which clusters does this rule give? Voronoi cells: convex, with straight borders halfway between two
# centroids.
