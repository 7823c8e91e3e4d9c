import numpy as np


def kmeans_plus_plus(X, k, rng):
    # an exponential race: argmin of E_i / w_i is i with probability w_i / sum(w)
    n = X.shape[0]
    near = np.ones(n)                        # first race: uniform
    index = []
    for step in range(k):
        alive = near > 0
        if not alive.any():
            near_now, alive = np.ones(n), np.ones(n, dtype=bool)
        else:
            near_now = near
        t = np.full(n, np.inf)
        np.divide(rng.standard_exponential(n), near_now, out=t, where=alive)
        i = int(np.argmin(t))
        index.append(i)
        diff = np.asarray(X, dtype=float) - X[i]
        d2 = np.einsum("ij,ij->i", diff, diff)
        near = d2 if step == 0 else np.minimum(near, d2)
    return X[np.array(index)]
