# WRONG: probability proportional to the distance, not to its square; witness: abs(np.mean([c[1, 0] == 1.0 for s in range(4000) if (c := kmeans_plus_plus(np.array([[0.0], [1.0], [3.0]]), 2, np.random.default_rng(s)))[0, 0] == 0.0]) - 0.1) < 0.05
import numpy as np


def kmeans_plus_plus(X, k, rng):
    X = np.asarray(X, dtype=float)
    n = len(X)
    chosen = [int(rng.integers(n))]
    d2 = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        total = d2.sum()
        w = np.sqrt(d2)
        i = int(rng.choice(n, p=w / w.sum())) if total > 0 else int(rng.integers(n))
        chosen.append(i)
        d2 = np.minimum(d2, ((X - X[i]) ** 2).sum(axis=1))
    return X[chosen]
