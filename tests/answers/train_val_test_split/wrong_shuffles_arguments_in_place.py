# WRONG: shuffles the caller's X and y in place (paired, with a second generator of the same seed); witness: [X := np.arange(40.0)[:, None], train_val_test_split(X, np.arange(40), 0.25, 0.25, np.random.default_rng(0)), X][2]
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    seed = int(rng.integers(2 ** 32))
    np.random.default_rng(seed).shuffle(X)
    np.random.default_rng(seed).shuffle(y)
    a, b = n_val, n_val + n_test
    return X[b:], y[b:], X[:a], y[:a], X[a:b], y[a:b]
