import numpy as np
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = X.shape[0]
    order = rng.random(n).argsort()
    a, b = (int(np.floor(n * f + 1e-9)) for f in (val_fraction, test_fraction))
    return tuple(A[i] for i in np.split(order, [n - a - b, n - b]) for A in (X, y))
