# int(n * f) without + 1e-9 (100 * 0.29)
import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X); p = rng.permutation(n); a = int(n * val_fraction); b = int(n * test_fraction)
    v, t, r = p[:a], p[a:a + b], p[a + b:]
    return X[r], y[r], X[v], y[v], X[t], y[t]
