# WRONG: each row's part is drawn on its own with the given chances, so the sizes are right only on average; witness: [len(p) for p in train_val_test_split(np.zeros((100, 1)), np.arange(100), 0.2, 0.1, np.random.default_rng(0))]
import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    u = rng.random(len(X))
    val = u < val_fraction
    test = (u >= val_fraction) & (u < val_fraction + test_fraction)
    train = ~(val | test)
    return X[train], y[train], X[val], y[val], X[test], y[test]
