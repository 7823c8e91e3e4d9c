import numpy as np


def kmeans_plus_plus(X, k, rng):
    """Rejection: propose uniformly, accept with probability d2 / max(d2)."""
    n, d = X.shape
    C = np.empty((k, d))
    C[0] = X[rng.integers(0, n)]
    for m in range(1, k):
        d2 = np.min([np.sum((X - c) ** 2, axis=1) for c in C[:m]], axis=0)
        top = d2.max()
        i = rng.integers(0, n)
        while top > 0 and not rng.random() * top < d2[i]:
            i = rng.integers(0, n)
        C[m] = X[i]
    return C
