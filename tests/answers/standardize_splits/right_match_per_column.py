import numpy as np


def _fit(col):
    lo, hi = col.min(), col.max()
    match bool(lo == hi):
        case True:
            return lo, 1.0
        case False:
            m = np.mean(col, dtype=float)
            return m, np.sqrt(np.mean((col - m) ** 2))


def standardize_splits(X_train, X_test):
    stats = np.array([_fit(c) for c in X_train.T])
    transform = lambda X: np.divide(np.subtract(X, stats[:, 0]), stats[:, 1])
    return tuple(map(transform, (X_train, X_test)))
