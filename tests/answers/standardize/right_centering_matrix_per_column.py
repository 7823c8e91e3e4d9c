import numpy as np


def _z(col):
    if col.max() == col.min():
        return np.zeros(col.size)
    n = col.size
    centring = np.eye(n) - 1.0 / n if n <= 50 else None
    dev = centring @ (col - col[0]) if centring is not None else col - col.mean()
    return dev / np.sqrt(np.dot(dev, dev) / n)


def standardize(X):
    return np.stack([_z(c) for c in np.asarray(X, dtype=np.float64).T], axis=-1)
