"""K-means++: seeds drawn in proportion to squared distance.

A row far from every seed is probably in a cluster that has none yet, so it should be likely. Drawing it
at random, rather than taking the farthest, keeps a single outlier from always being chosen. The distance to
the nearest seed can only shrink when one is added, so a running minimum is all that is kept.

When every row equals a seed, the weights sum to 0, and 0 / 0 would be NaN: then every row is equally likely.

O(n k d) time, O(n d) memory.
"""

import numpy as np


def kmeans_plus_plus(X, k, rng):
    """k rows of X (k, d): the first uniform, each next by squared distance to the nearest chosen one."""
    chosen = [rng.integers(len(X))]
    nearest = np.full(len(X), np.inf)  # each row's distance to the nearest chosen row
    for _ in range(k - 1):
        nearest = np.minimum(nearest, np.linalg.norm(X - X[chosen[-1]], axis=1))
        weights = nearest**2
        total = weights.sum()
        chosen.append(rng.choice(len(X), p=weights / total if total > 0 else None))
    return X[chosen]


# What an interviewer asks next
#
# What does it guarantee? The expected loss of these seeds alone is within a factor of 8 (ln k + 2) of the
# best clustering's; Lloyd's algorithm then only improves on it. A uniform start has no such bound.
#
# Why squared distances? They are the loss of k-means: a row is drawn in proportion to what it costs now. For
# k-medians plain distances would be used.
#
# How do you draw with given weights from one uniform number u? Find the first position where the cumulative
# weights exceed u times their sum: np.searchsorted(np.cumsum(weights), u * total, side="right").
#
# What does scikit-learn add? It draws several candidates for each seed and keeps the one that lowers the loss
# most.
