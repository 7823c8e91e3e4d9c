# WRONG: floor without the 1e-9, 100 * 0.29 is 28.999999999999996 and gives 28; witness: len(train_val_test_split(np.zeros((100, 1)), np.arange(100), 0.29, 0.2, np.random.default_rng(0))[2])
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val, n_test = int(n * val_fraction), int(n * test_fraction)
    order = rng.permutation(n)
    val, test, train = np.split(order, [n_val, n_val + n_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
