# WRONG: where all distances are 0 it draws from all rows but the last
import numpy as np


def kmeans_plus_plus(X, k, rng):
    n = len(X)
    chosen = [rng.integers(0, n)]
    for _ in range(1, k):
        gap = np.square(X[:, None] - X[chosen]).sum(axis=2).min(axis=1)
        total = gap.sum()
        chosen.append(rng.integers(0, n - 1) if total == 0 else rng.choice(n, p=gap / total))
    return X[chosen]
