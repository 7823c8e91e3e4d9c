import functools
import numpy as np


def kmeans_plus_plus(X, k, rng):
    # searchsorted on the cumulative weights; side="right" skips zero weights
    Z = X.astype(np.float64)
    D = {}
    pick = [rng.permutation(len(Z))[0]]
    for _ in range(1, k):
        D[pick[-1]] = np.sum((Z - Z[pick[-1]]) ** 2, axis=1)
        cum = np.cumsum(functools.reduce(np.minimum, D.values()))
        if cum[-1] == 0:
            cum = np.arange(1.0, len(Z) + 1)
        pick.append(np.searchsorted(cum, rng.uniform(0.0, 1.0) * cum[-1], side="right"))
    return Z[pick]
