# WRONG: the membership is a contiguous (cyclic) block with a random start, not a random draw; witness: (lambda v: bool(np.sum(np.diff(v, append=v[0] + 40) != 1) > 1))(np.sort(train_val_test_split(np.zeros((40, 1)), np.arange(40), 0.25, 0.25, np.random.default_rng(5))[3]))
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    order = np.roll(np.arange(n), rng.integers(n))
    parts = np.split(order, [n_val, n_val + n_test])
    val, test, train = [rng.permutation(p) for p in parts]
    return X[train], y[train], X[val], y[val], X[test], y[test]
