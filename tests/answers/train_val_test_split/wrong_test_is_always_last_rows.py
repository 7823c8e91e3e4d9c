# WRONG: the test set is always the last rows, only train and val are drawn at random; witness: bool(min(np.min(train_val_test_split(np.zeros((20, 1)), np.arange(20), 0.25, 0.25, np.random.default_rng(s))[5]) for s in range(20)) < 15)
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    order = rng.permutation(n - n_test)
    val, train = order[:n_val], order[n_val:]
    test = np.arange(n - n_test, n)
    return X[train], y[train], X[val], y[val], X[test], y[test]
