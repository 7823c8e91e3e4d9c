# WRONG: the sum of squared distances to all chosen centroids instead of the nearest one; witness: all(len(np.unique(kmeans_plus_plus(np.array([[0.0], [1.0], [3.0]]), 3, np.random.default_rng(s)))) == 3 for s in range(100))
import numpy as np


def kmeans_plus_plus(X, k, rng):
    """Rejection: propose uniformly, accept with probability d2 / max(d2)."""
    n, d = X.shape
    C = np.empty((k, d))
    C[0] = X[rng.integers(0, n)]
    for m in range(1, k):
        d2 = np.sum([np.sum((X - c) ** 2, axis=1) for c in C[:m]], axis=0)
        top = d2.max()
        i = rng.integers(0, n)
        while top > 0 and not rng.random() * top < d2[i]:
            i = rng.integers(0, n)
        C[m] = X[i]
    return C
