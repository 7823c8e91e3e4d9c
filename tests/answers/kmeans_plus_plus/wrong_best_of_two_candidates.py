# greedy: best of two candidates each time
import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = len(X); C = [X[rng.integers(n)]]
    while len(C) < k:
        d = np.min([((X - c) ** 2).sum(1) for c in C], axis=0); t = d.sum()
        c = rng.choice(n, size=2, p=d / t if t > 0 else None)
        C.append(X[min(c, key=lambda i: np.minimum(d, ((X - X[i]) ** 2).sum(1)).sum())])
    return np.array(C)
