# WRONG: stops when centroids move less than np.allclose's tolerance, too early for data of small scale; witness: kmeans(np.array([[0.0], [1e-9], [2e-9], [1e-8]]), np.array([[0.0], [1e-9]]), 20)[0] * 1e9
import numpy as np


def kmeans(X, centroids, max_iters):
    C = np.array(centroids, dtype=float)
    assign = lambda C: ((X[:, None] - C) ** 2).sum(-1).argmin(1)
    labels = assign(C)
    for _ in range(max_iters):
        new = C.copy()
        for k in range(len(C)):
            if np.any(labels == k):
                new[k] = X[labels == k].mean(axis=0)
        if np.allclose(new, C):
            break
        C = new
        labels = assign(C)
    return C, labels
