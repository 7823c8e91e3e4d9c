# WRONG: the shuffle never leaves an element in its place (Sattolo instead of Fisher-Yates): row 0 lands in val too rarely; witness: abs(np.mean([0 in train_val_test_split(np.zeros((4, 1)), np.arange(4), 0.25, 0.25, np.random.default_rng(s))[3] for s in range(2000)]) - 0.25) < 0.06
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    order = np.arange(n)
    for i in range(n - 1, 0, -1):
        j = rng.integers(0, i)
        order[i], order[j] = order[j], order[i]
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    val, test, train = np.split(order, [n_val, n_val + n_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
