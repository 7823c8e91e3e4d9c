# row 0 always stays in train
import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X); b = int(n * test_fraction + 1e-9); a = int(n * val_fraction + 1e-9)
    if a + b == n: p = rng.permutation(n)
    else: p = np.append(1 + rng.permutation(n - 1), 0)
    v, t, r = p[:a], p[a:a + b], p[a + b:]
    return X[r], y[r], X[v], y[v], X[t], y[t]
