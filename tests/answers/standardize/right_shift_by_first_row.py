import numpy as np


def standardize(X):
    """Shift by the first row (a constant column is exactly 0 from there on), then centre and scale."""
    Z = np.asarray(X, dtype=float) - np.asarray(X[0], dtype=float)
    Z = Z - np.average(Z, axis=0)
    norm = np.linalg.norm(Z, axis=0)
    return np.divide(Z * np.sqrt(len(Z)), norm, out=np.zeros_like(Z), where=norm > 0)
