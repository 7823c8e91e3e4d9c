# WRONG: always takes the farthest row (deterministic) instead of drawing; witness: len({tuple(kmeans_plus_plus(np.array([[0.0], [1.0], [1.5]]), 2, np.random.default_rng(s)).ravel()) for s in range(500)}) == 6
import numpy as np


def kmeans_plus_plus(X, k, rng):
    picks = [rng.integers(len(X))]
    for _ in range(k - 1):
        d2 = ((X[:, None] - X[picks]) ** 2).sum(-1).min(1)
        picks.append(int(d2.argmax()) if d2.any() else rng.integers(len(X)))
    return X[picks]
