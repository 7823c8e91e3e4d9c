import numpy as np


def standardize_splits(X_train: np.ndarray, X_test: np.ndarray):
    """Stack both, so that one affine map does the work; statistics from the first n rows only."""
    n = X_train.shape[0]
    ref = X_train[:1].astype(float)
    both = np.concatenate([X_train, X_test]).astype(float) - ref
    both -= both[:n].sum(axis=0) / n
    rms = np.linalg.norm(both[:n], axis=0) / n ** 0.5
    rms[~np.any(X_train != X_train[0], axis=0)] = 1.0
    train, test = np.split(both / rms, [n])
    return train, test
