import numpy as np


def impute_mean(X: np.ndarray) -> np.ndarray:
    """Masked arrays: the mean of a fully masked column is masked, filled with 0."""
    M = np.ma.masked_invalid(np.array(X, dtype=float))
    fill = np.ma.filled(M.mean(axis=0), 0.0)
    return np.where(np.ma.getmaskarray(M), np.broadcast_to(fill, M.shape), M.data)
