# WRONG: the global NumPy generator instead of rng, so the same seed gives other results; witness: len({kmeans_plus_plus(np.arange(50.0)[:, None], 2, np.random.default_rng(1))[1, 0] for _ in range(40)}) == 1
import numpy as np


def kmeans_plus_plus(X, k, rng):
    X = np.asarray(X, dtype=float)
    n = len(X)
    chosen = [int(rng.integers(n))]
    d2 = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        total = d2.sum()
        i = int(np.random.choice(n, p=d2 / total)) if total > 0 else int(rng.integers(n))
        chosen.append(i)
        d2 = np.minimum(d2, ((X - X[i]) ** 2).sum(axis=1))
    return X[chosen]
