import numpy as np


def pairwise_distances(X: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """cdist, with einsum for the contraction"""
    delta = np.expand_dims(X, 1) - np.expand_dims(Y, 0)
    return np.einsum("nmd,nmd->nm", delta, delta) ** 0.5
