# all distances 0 raises (rng.choice with NaN)
import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = len(X); C = [X[rng.integers(n)]]
    while len(C) < k:
        d = np.min([((X - c) ** 2).sum(1) for c in C], axis=0)
        C.append(X[rng.choice(n, p=d / max(d.sum(), 1e-300))])
    return np.array(C)
