import numpy as np
def kmeans_plus_plus(X, k, rng):
    n = X.shape[0]
    chosen = [X[rng.choice(n)]]
    for _ in range(1, k):
        d2 = np.array([min(float(np.dot(x - c, x - c)) for c in chosen) for x in X])
        t = d2.sum()
        chosen.append(X[rng.choice(n, p=d2 / t if t > 0 else None)])
    return np.vstack(chosen)
