# smoothing 1e-3 on the squared distances: chosen rows can be drawn again, small-scale data become uniform
import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = len(X); C = [X[rng.integers(n)]]
    while len(C) < k:
        d = np.min([((X - c) ** 2).sum(1) for c in C], axis=0) + 1e-3
        C.append(X[rng.choice(n, p=d / d.sum())])
    return np.array(C)
