# WRONG: draws from NumPy's global generator, so the same seed of rng does not give the same result; witness: (lambda f: [bool((f(0) == f(0)).all()), bool((f(0) == f(0)).all())])(lambda s: train_val_test_split(np.zeros((200, 1)), np.arange(200), 0.25, 0.25, np.random.default_rng(s))[1])
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    order = np.random.permutation(n)
    val, test, train = np.split(order, [n_val, n_val + n_test])
    return X[train], y[train], X[val], y[val], X[test], y[test]
