import numpy as np


def normalize_rows(X: np.ndarray) -> np.ndarray:
    lengths = np.einsum("ij,ij->i", X, X) ** 0.5
    result = np.zeros(X.shape)
    alive = lengths > 0
    result[alive] = (X[alive].T / lengths[alive]).T
    return result
