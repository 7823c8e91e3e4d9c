# val is always the first of the rows left by test: not drawn at random
import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X); a = int(n * val_fraction + 1e-9); b = int(n * test_fraction + 1e-9)
    p = rng.permutation(n); t = p[:b]; rest = np.sort(p[b:])
    v, r = rest[:a], rest[a:]
    return X[r], y[r], X[v], y[v], X[t], y[t]
