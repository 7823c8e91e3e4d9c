import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    order = rng.permutation(n)
    val, test, train = np.split(order, [n_val, n_val + n_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
