# WRONG: the rows come sorted by index, not in the order drawn (so the first is not uniform); witness: any(kmeans_plus_plus(np.array([[0.0], [1.0]]), 2, np.random.default_rng(s))[0, 0] == 1.0 for s in range(100))
import numpy as np


def kmeans_plus_plus(X, k, rng):
    chosen = np.zeros(len(X), dtype=int)
    chosen[rng.integers(len(X))] += 1
    for _ in range(k - 1):
        d2 = ((X[:, None] - X[chosen > 0]) ** 2).sum(-1).min(axis=1)
        p = d2 / d2.sum() if d2.any() else np.full(len(X), 1 / len(X))
        chosen[rng.choice(len(X), p=p)] += 1
    return np.repeat(X, chosen, axis=0)
