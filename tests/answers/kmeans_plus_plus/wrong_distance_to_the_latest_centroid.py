# WRONG: distances to the latest centroid only (no running minimum), so chosen rows can come again; witness: all(len(np.unique(kmeans_plus_plus(np.array([[0.0], [1.0], [3.0]]), 3, np.random.default_rng(s)))) == 3 for s in range(100))
import numpy as np


def kmeans_plus_plus(X, k, rng):
    X = np.asarray(X, dtype=float)
    n = len(X)
    chosen = [int(rng.integers(n))]
    d2 = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        total = d2.sum()
        i = int(rng.choice(n, p=d2 / total)) if total > 0 else int(rng.integers(n))
        chosen.append(i)
        d2 = ((X - X[i]) ** 2).sum(axis=1)
    return X[chosen]
