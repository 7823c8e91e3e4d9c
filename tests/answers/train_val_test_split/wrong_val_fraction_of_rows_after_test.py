# WRONG: val_fraction is taken of what is left after the test set; witness: len(train_val_test_split(np.zeros((100, 1)), np.arange(100), 0.2, 0.5, np.random.default_rng(0))[2])
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    order = rng.permutation(n)
    n_test = int(np.floor(n * test_fraction + 1e-9))
    n_val = int(np.floor((n - n_test) * val_fraction + 1e-9))
    test, val, train = np.split(order, [n_test, n_test + n_val])
    return X[train], y[train], X[val], y[val], X[test], y[test]
