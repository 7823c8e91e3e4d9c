# rows only rotated by a random offset
import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X); a = int(n * val_fraction + 1e-9); b = int(n * test_fraction + 1e-9)
    p = np.roll(np.arange(n), rng.integers(n)); 
    v, t, r = p[:a], p[a:a + b], p[a + b:]
    v, t, r = map(rng.permutation, (v, t, r))
    return X[r], y[r], X[v], y[v], X[t], y[t]
