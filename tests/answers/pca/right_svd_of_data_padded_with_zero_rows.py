import numpy as np


def pca(X, k):
    """SVD of the centred data padded with zero rows, so that n >= d always."""
    n, d = X.shape
    centred = X - np.full((1, n), 1.0 / n) @ X
    tall = np.vstack([centred, np.zeros((max(d - n, 0), d))]) / np.sqrt(n)
    s, V = np.linalg.svd(tall, full_matrices=False)[1:]
    W = -V[:k].T                                   # a view, and the other sign
    return W, np.square(s[:k]), np.matmul(centred, W)
