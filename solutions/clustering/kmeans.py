"""Lloyd's algorithm: assign, move, repeat until nothing moves.

Two halves, each of which can only lower the sum of squared distances: the nearest centroid is the best label, and
the mean is the best centroid. There are finitely many labelings, so the loop ends. Then the means of the same
points are the same numbers to the last bit, and the test needs no tolerance.

The labels are always those of the current centroids, so the two fit together whenever the loop ends. Moving
only the clusters that have points keeps the mean of an empty one, 0 / 0, from ever being computed.

O(n K d) time per step, O(n K d) memory for the differences.
"""

import numpy as np


def kmeans(X, centroids, max_iters):
    """Centroids (K, d) and labels (n,) after at most ``max_iters`` steps of Lloyd's algorithm."""
    labels = _assign(X, centroids)
    for _ in range(max_iters):
        moved = _update(X, labels, centroids)
        if np.array_equal(moved, centroids):
            break
        centroids = moved
        labels = _assign(X, centroids)
    return centroids, labels


def _assign(X, centroids):
    """The index of the nearest centroid for each row of X; argmin takes the first of equals."""
    offsets = X[:, None, :] - centroids  # (n, K, d)
    return np.argmin(np.linalg.norm(offsets, axis=2), axis=1)


def _update(X, labels, centroids):
    """The mean of each cluster, in a new array; an empty cluster keeps its centroid."""
    moved = centroids.copy()
    for k in np.unique(labels):
        moved[k] = X[labels == k].mean(axis=0)
    return moved


# What an interviewer asks next
#
# Does it find the best clustering? No, a local optimum that depends on the start. Run it from several starts,
# chosen by k-means++, and keep the one with the smallest sum of squared distances.
#
# How do you avoid the (n, K, d) array? Expand |x - c|² = |x|² - 2 x·c + |c|²; |x|² is the same for all K, so one
# matrix product decides. It loses digits for points far from the origin, so center the data first.
#
# How do you choose K? The k-means loss alone cannot tell: it falls as K grows. Use the elbow, the silhouette,
# a likelihood with a penalty, or what the clusters are for.
#
# What if clusters are elongated or differ in spread? K-means draws straight borders halfway between means. If all
# clusters are stretched alike, rescale the features. Otherwise fit a Gaussian mixture: k-means is its limit for
# equal, round, vanishing covariances.
