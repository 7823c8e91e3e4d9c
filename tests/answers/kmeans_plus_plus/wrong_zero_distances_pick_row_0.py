# all distances 0: always the first row instead of uniform
import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = len(X); C = [X[rng.integers(n)]]
    while len(C) < k:
        d = np.min([((X - c) ** 2).sum(1) for c in C], axis=0); t = d.sum()
        C.append(X[rng.choice(n, p=d / t) if t > 0 else 0])
    return np.array(C)
