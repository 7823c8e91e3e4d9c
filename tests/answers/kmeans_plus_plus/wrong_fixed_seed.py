# WRONG: a generator of its own with a fixed seed, the given rng is ignored; witness: len({kmeans_plus_plus(np.arange(4.0)[:, None], 1, np.random.default_rng(s))[0, 0] for s in range(300)}) == 4
import numpy as np


def kmeans_plus_plus(X, k, rng):
    X = np.asarray(X, dtype=float)
    n = len(X)
    rng = np.random.default_rng(0)
    chosen = [int(rng.integers(n))]
    d2 = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        total = d2.sum()
        i = int(rng.choice(n, p=d2 / total)) if total > 0 else int(rng.integers(n))
        chosen.append(i)
        d2 = np.minimum(d2, ((X - X[i]) ** 2).sum(axis=1))
    return X[chosen]
