# WRONG: sizes are rounded, not floored; witness: len(train_val_test_split(np.zeros((9, 1)), np.arange(9), 0.2, 0.2, np.random.default_rng(0))[2])
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val, n_test = round(n * val_fraction), round(n * test_fraction)
    order = rng.permutation(n)
    val, test, train = np.split(order, [n_val, n_val + n_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
