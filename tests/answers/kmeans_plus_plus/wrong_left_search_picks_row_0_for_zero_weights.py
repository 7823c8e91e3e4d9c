# WRONG: side="left" and a zero-distance fallback that always gives row 0 instead of a uniform one; witness: len({kmeans_plus_plus(np.array([[1.0], [1.0], [1.0], [2.0]]), 3, np.random.default_rng(s))[2, 0] for s in range(300)}) == 2
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
        pick.append(np.searchsorted(cum, rng.uniform(0.0, 1.0) * cum[-1], side="left"))
    return Z[pick]
