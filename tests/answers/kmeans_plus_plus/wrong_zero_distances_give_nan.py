# WRONG: 0/0 when every row is already a centroid (NaN probabilities); witness: kmeans_plus_plus(np.ones((3, 2)), 2, np.random.default_rng(0))
import numpy as np


def kmeans_plus_plus(X, k, rng):
    C = [X[rng.integers(len(X))]]
    for _ in range(1, k):
        d2 = np.array([min(float(((x - c) ** 2).sum()) for c in C) for x in X])
        C.append(X[rng.choice(len(X), p=d2 / d2.sum())])
    return np.array(C)
