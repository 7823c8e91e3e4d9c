import numpy as np


def kmeans_assign(X: np.ndarray, centroids: np.ndarray) -> np.ndarray:
    # distances by norm, then the first column that reaches the row minimum
    X, C = np.asarray(X, dtype=float), np.asarray(centroids, dtype=float)
    dist = np.stack([np.sum(np.subtract(X, c) ** 2, axis=1) for c in C], axis=1)
    return np.argsort(dist, axis=1, kind="stable")[:, 0]
