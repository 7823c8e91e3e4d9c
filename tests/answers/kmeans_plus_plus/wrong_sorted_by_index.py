# returned sorted, not in the order drawn
import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = len(X); I = [rng.integers(n)]
    while len(I) < k:
        d = np.min([((X - X[i]) ** 2).sum(1) for i in I], axis=0); t = d.sum()
        I.append(rng.choice(n, p=d / t if t > 0 else None))
    return X[sorted(I)]
