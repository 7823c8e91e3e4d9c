"""Pairwise distances: subtract first, then square.

The popular expansion |x|² - 2 x·y + |y|² saves memory but subtracts huge, nearly equal numbers: near (1e4, 1e4)
the squares are about 1e8 and carry rounding errors of about 1e-8, as large as the squared distance of points 1e-4
apart. For identical points the result may even be below 0, and the root of that is NaN. Differences of nearby
points are exact.

O(n m d) time and memory, because all differences exist at once.
"""

import numpy as np


def pairwise_distances(X, Y):
    """(n, m) Euclidean distances between the rows of X and those of Y."""
    difference = X[:, None, :] - Y[None, :, :]  # (n, 1, d) - (1, m, d) -> (n, m, d)
    return np.sqrt(np.sum(difference**2, axis=-1))


# What an interviewer asks next
#
# (n, m, d) does not fit into memory: what now? Loop over blocks of rows of X, or over the d features,
# adding up (n, m) squares. Both keep the accuracy.
#
# When is the expansion good enough? Use it when the points are spread around the origin, and an error of about
# 1e-8 of the norms in a small distance does not matter. It turns the work into a matrix product, which is many
# times faster. Center the data first, and clip at 0 before the root.
#
# Does argmin need the root? No, it is monotone: nearest neighbors and k-means compare squared distances.
