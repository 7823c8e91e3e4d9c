# val size is a fraction of what test leaves
import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X); b = int(n * test_fraction + 1e-9); a = int((n - b) * val_fraction + 1e-9)
    p = rng.permutation(n)
    v, t, r = p[:a], p[a:a + b], p[a + b:]
    return X[r], y[r], X[v], y[v], X[t], y[t]
