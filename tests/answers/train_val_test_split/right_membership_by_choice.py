import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    """Draws membership labels, the rows keep their order inside each part."""
    n = len(y)
    n_val, n_test = (int(n * f + 1e-9) for f in (val_fraction, test_fraction))
    part = np.zeros(n, dtype=int)
    held_out = rng.choice(n, size=n_val + n_test, replace=False)
    part[held_out[:n_val]] = 1
    part[held_out[n_val:]] = 2
    return tuple(a[part == k] for k in range(3) for a in (X, y))
