import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = len(X); idx = [int(n * rng.random())]
    d = np.full(n, np.inf)
    while len(idx) < k:
        d = np.minimum(d, ((X - X[idx[-1]]).astype(float) ** 2).sum(1))
        p = d / d.sum() if d.any() else np.full(n, 1 / n)
        c = np.cumsum(p); c /= c[-1]
        idx.append(int(np.searchsorted(c, rng.random(), side='right')))
    return X[idx]
