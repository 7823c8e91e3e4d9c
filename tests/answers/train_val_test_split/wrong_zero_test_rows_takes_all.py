# WRONG: order[-n_test:] with n_test = 0 is everything, so train is empty and test is the whole set; witness: [len(p) for p in train_val_test_split(np.zeros((4, 1)), np.arange(4), 0.25, 0.2, np.random.default_rng(0))]
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    order = rng.permutation(n)
    test, rest = order[-n_test:], order[:-n_test]
    val, train = rest[:n_val], rest[n_val:]
    return X[train], y[train], X[val], y[val], X[test], y[test]
